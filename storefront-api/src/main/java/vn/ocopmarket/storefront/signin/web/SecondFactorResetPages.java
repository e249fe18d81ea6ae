package vn.ocopmarket.storefront.signin.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.secondfactor.SwitchingOffSecondFactors;

/** Administrators take away the second factor of somebody who has neither telephone nor recovery codes any more. */
@Controller
class SecondFactorResetPages {

    private final CurrentStaff staff;
    private final SwitchingOffSecondFactors switchingOff;
    private final SecondFactorStatus status;

    SecondFactorResetPages(CurrentStaff staff, SwitchingOffSecondFactors switchingOff, SecondFactorStatus status) {
        this.staff = staff;
        this.switchingOff = switchingOff;
        this.status = status;
    }

    /** Whose. */
    record ResetForm(@Nullable String email) {}

    @PostMapping(SecondFactorPages.PATH + "/resets")
    Mono<Rendering> reset(@ModelAttribute ResetForm form) {
        var email = form.email() == null ? "" : form.email();
        return staff.get()
                .flatMap(member -> switchingOff
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
