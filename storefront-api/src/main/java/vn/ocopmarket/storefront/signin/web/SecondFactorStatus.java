package vn.ocopmarket.storefront.signin.web;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secondfactor.SecondFactorPolicy;
import vn.ocopmarket.storefront.secondfactor.SecondFactors;

/** The page that says how somebody's second factor stands, with what can be done about it. */
@Component
class SecondFactorStatus {

    private final SecondFactors factors;
    private final SecondFactorPolicy policy;

    SecondFactorStatus(SecondFactors factors, SecondFactorPolicy policy) {
        this.factors = factors;
        this.policy = policy;
    }

    Mono<Rendering.Builder<?>> page(StaffMember member) {
        return factors.find(member.accountId())
                .<Rendering.Builder<?>>map(factor -> page(member, true)
                        .modelAttribute("left", factor.recoveryHashes().size()))
                .switchIfEmpty(Mono.fromSupplier(() -> page(member, false)));
    }

    private Rendering.Builder<?> page(StaffMember member, boolean on) {
        return Rendering.view("signin/second-factor")
                .modelAttribute("on", on)
                .modelAttribute("required", policy.requiresOf(member))
                .modelAttribute("meant", policy.isMeant(member))
                .modelAttribute("possible", policy.isPossible())
                .modelAttribute("resets", member.may(Permission.ADMINISTER));
    }
}
