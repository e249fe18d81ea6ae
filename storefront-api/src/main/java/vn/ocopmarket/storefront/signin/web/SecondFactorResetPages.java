package vn.ocopmarket.storefront.signin.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.secondfactor.SwitchingOffSecondFactors;
import vn.ocopmarket.storefront.signin.web.ProofOfOwner.ProofForm;

/** Administrators take away the second factor of somebody who has neither telephone nor recovery codes any more. */
@Controller
class SecondFactorResetPages {

    private final ProofOfOwner proof;
    private final SwitchingOffSecondFactors switchingOff;
    private final SecondFactorStatus status;

    SecondFactorResetPages(ProofOfOwner proof, SwitchingOffSecondFactors switchingOff, SecondFactorStatus status) {
        this.proof = proof;
        this.switchingOff = switchingOff;
        this.status = status;
    }

    /** Whose. */
    record ResetForm(@Nullable String email) {}

    /** A session that was left open is not enough for it. */
    @PostMapping(SecondFactorPages.PATH + "/resets")
    Mono<Rendering> reset(
            @ModelAttribute ResetForm form, @ModelAttribute ProofForm proofForm, ServerWebExchange exchange) {
        var email = form.email() == null ? "" : form.email();
        return proof.then(
                exchange,
                proofForm,
                member -> switchingOff
                        .reset(member, email)
                        .flatMap(outcome -> status.page(member).map(page -> answer(page, outcome, email))));
    }

    private static Rendering answer(Rendering.Builder<?> page, SwitchingOffSecondFactors.Reset outcome, String email) {
        return switch (outcome) {
            case DONE -> page.modelAttribute("resetOf", email).build();
            case NO_SUCH_ACCOUNT, OWN ->
                page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("resetRefusal", outcome.name())
                        .build();
            case NOT_YOURS -> throw Problem.of("forbidden", HttpStatus.FORBIDDEN.value());
        };
    }
}
