package vn.ocopmarket.storefront.signin.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.secondfactor.SettingUp;
import vn.ocopmarket.storefront.secondfactor.SettingUpSecondFactors;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.web.CodePages.CodeForm;

/** Whose role needs a second factor and who has none sets it up here, between the password and everything else. */
@Controller
class SetUpPages {

    private final SettingUpSecondFactors settingUp;
    private final SessionStaff sessions;
    private final SignInSteps steps;

    SetUpPages(SettingUpSecondFactors settingUp, SessionStaff sessions, SignInSteps steps) {
        this.settingUp = settingUp;
        this.sessions = sessions;
        this.steps = steps;
    }

    @GetMapping(SignInSteps.SECOND_FACTOR)
    Mono<Rendering> show(@RequestParam(required = false) @Nullable String next, ServerWebExchange exchange) {
        return halfway(exchange)
                .flatMap(halfway -> page(halfway, next).map(Rendering.Builder::build))
                .switchIfEmpty(Mono.fromSupplier(() -> steps.startOver(next)));
    }

    @PostMapping(SignInSteps.SECOND_FACTOR)
    Mono<Rendering> confirm(@ModelAttribute CodeForm form, ServerWebExchange exchange) {
        var code = form.code() == null ? "" : form.code();
        return halfway(exchange)
                .flatMap(halfway -> settingUp.confirm(halfway.member(), code).flatMap(outcome -> switch (outcome) {
                    case SettingUp.Done done -> signedIn(halfway, done, form.next(), exchange);
                    case SettingUp.WrongCode _ ->
                        page(halfway, form.next())
                                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                                        .modelAttribute("refusal", "wrong")
                                        .build());
                    case SettingUp.NothingProposed _ ->
                        page(halfway, form.next())
                                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT)
                                        .modelAttribute("refusal", "over")
                                        .build());
                }))
                .switchIfEmpty(Mono.fromSupplier(() -> steps.startOver(form.next())));
    }

    private Mono<Rendering> signedIn(
            SignIn.Halfway halfway, SettingUp.Done done, @Nullable String next, ServerWebExchange exchange) {
        var member = halfway.member();
        return sessions.remember(exchange, new SignIn.SignedIn(member, done.generation()))
                .thenReturn(SecondFactorViews.recoveryCodes(
                        done.recoveryCodes(), SignInSteps.localOr(next, SignInSteps.homeOf(member))));
    }

    private Mono<SignIn.Halfway> halfway(ServerWebExchange exchange) {
        return sessions.halfway(exchange).filter(halfway -> halfway.missing() == SignIn.Missing.SECOND_FACTOR);
    }

    private Mono<Rendering.Builder<?>> page(SignIn.Halfway halfway, @Nullable String next) {
        return settingUp
                .proposed(halfway.member())
                .map(secret -> SecondFactorViews.setUp(SignInSteps.SECOND_FACTOR, secret)
                        .modelAttribute("required", true)
                        .modelAttribute("next", SignInSteps.localOr(next, "")));
    }
}
