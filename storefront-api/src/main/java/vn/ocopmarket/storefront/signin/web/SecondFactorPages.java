package vn.ocopmarket.storefront.signin.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secondfactor.SettingUp;
import vn.ocopmarket.storefront.secondfactor.SettingUpSecondFactors;
import vn.ocopmarket.storefront.secondfactor.SwitchingOffSecondFactors;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.web.CodePages.CodeForm;
import vn.ocopmarket.storefront.signin.web.ProofOfOwner.ProofForm;

/** Everybody's own second factor. A secret is shown once, to who has just proved to own the account. */
@Controller
class SecondFactorPages {

    static final String PATH = "/staff/second-factor";

    private static final String CONFIRMATION = PATH + "/confirmation";

    private final ProofOfOwner proof;
    private final SettingUpSecondFactors settingUp;
    private final SwitchingOffSecondFactors switchingOff;
    private final SecondFactorStatus status;
    private final SessionStaff sessions;

    SecondFactorPages(
            ProofOfOwner proof,
            SettingUpSecondFactors settingUp,
            SwitchingOffSecondFactors switchingOff,
            SecondFactorStatus status,
            SessionStaff sessions) {
        this.proof = proof;
        this.settingUp = settingUp;
        this.switchingOff = switchingOff;
        this.status = status;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    Mono<Rendering> show() {
        return proof.owner().flatMap(status::page).map(Rendering.Builder::build);
    }

    /** For the first time, or for another telephone: then the old one counts until the new one has shown a code. */
    @PostMapping(PATH + "/setup")
    Mono<Rendering> setUp(@ModelAttribute ProofForm form, ServerWebExchange exchange) {
        return proof.then(
                exchange,
                form,
                member -> settingUp
                        .propose(member)
                        .map(secret ->
                                SecondFactorViews.setUp(CONFIRMATION, secret).build()));
    }

    @PostMapping(CONFIRMATION)
    Mono<Rendering> confirm(@ModelAttribute CodeForm form, ServerWebExchange exchange) {
        var code = form.code() == null ? "" : form.code();
        return proof.owner()
                .flatMap(member -> settingUp.confirm(member, code).flatMap(outcome -> switch (outcome) {
                    case SettingUp.Done done ->
                        sessions.remember(exchange, new SignIn.SignedIn(member, done.generation()))
                                .thenReturn(SecondFactorViews.recoveryCodes(done.recoveryCodes(), PATH));
                    case SettingUp.WrongCode _ ->
                        Mono.just(SecondFactorViews.setUp(CONFIRMATION, null)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .modelAttribute("refusal", "wrong")
                                .build());
                    case SettingUp.NothingProposed _ -> refused(member, "over");
                }));
    }

    @PostMapping(PATH + "/recovery-codes")
    Mono<Rendering> replaceRecoveryCodes(@ModelAttribute ProofForm form, ServerWebExchange exchange) {
        return proof.then(
                exchange,
                form,
                member -> settingUp
                        .replaceRecoveryCodes(member)
                        .map(codes -> SecondFactorViews.recoveryCodes(codes, PATH))
                        .switchIfEmpty(refused(member, "off")));
    }

    @PostMapping(PATH + "/removal")
    Mono<Rendering> switchOff(@ModelAttribute ProofForm form, ServerWebExchange exchange) {
        return proof.then(
                exchange,
                form,
                member -> switchingOff
                        .switchOff(member)
                        .flatMap(generation -> sessions.remember(exchange, new SignIn.SignedIn(member, generation))
                                .thenReturn(SignInSteps.seeOther(PATH)))
                        .switchIfEmpty(refused(member, "required")));
    }

    private Mono<Rendering> refused(StaffMember member, String refusal) {
        return status.page(member)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("refusal", refusal)
                        .build());
    }
}
