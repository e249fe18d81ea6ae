package vn.ocopmarket.storefront.signin.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.signin.ConfirmingSignIn;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.throttle.Origins;

/** Lets somebody who is signed in go on only with the password, and with a code of the second factor when there is one. */
@Component
class ProofOfOwner {

    private final CurrentStaff staff;
    private final ConfirmingSignIn confirming;
    private final SecondFactorStatus status;
    private final Origins origins;

    ProofOfOwner(CurrentStaff staff, ConfirmingSignIn confirming, SecondFactorStatus status, Origins origins) {
        this.staff = staff;
        this.confirming = confirming;
        this.status = status;
        this.origins = origins;
    }

    /** What the forms send. */
    record ProofForm(@Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "ProofForm[…]";
        }
    }

    /** Who is signed in. */
    Mono<StaffMember> owner() {
        return staff.get();
    }

    Mono<Rendering> then(ServerWebExchange exchange, ProofForm form, Function<StaffMember, Mono<Rendering>> onwards) {
        return staff.get()
                .flatMap(member -> confirming
                        .prove(member, orEmpty(form.password()), orEmpty(form.code()), origin(exchange))
                        .flatMap(outcome -> switch (outcome) {
                            case SignIn.SignedIn _ -> onwards.apply(member);
                            case SignIn.WrongCredentials _ -> again(member, "password");
                            case SignIn.WrongCode _, SignIn.Halfway _ -> again(member, "code");
                            case SignIn.TooManyAttempts later -> later(member, later);
                        }));
    }

    private Mono<Rendering> again(StaffMember member, String refusal) {
        return status.page(member)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("refusal", refusal)
                        .build());
    }

    private Mono<Rendering> later(StaffMember member, SignIn.TooManyAttempts later) {
        return status.page(member)
                .map(page -> page.status(HttpStatus.TOO_MANY_REQUESTS)
                        .modelAttribute("refusal", "later")
                        .modelAttribute("seconds", later.seconds())
                        .build());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
