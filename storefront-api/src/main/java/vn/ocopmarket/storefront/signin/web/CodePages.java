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
import vn.ocopmarket.storefront.signin.ConfirmingSignIn;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.throttle.Origins;

/** The second step of signing in: a code from the telephone, or a recovery code. */
@Controller
class CodePages {

    private static final String VIEW = "signin/code";

    private final ConfirmingSignIn confirming;
    private final SessionStaff sessions;
    private final SignInSteps steps;
    private final Origins origins;

    CodePages(ConfirmingSignIn confirming, SessionStaff sessions, SignInSteps steps, Origins origins) {
        this.confirming = confirming;
        this.sessions = sessions;
        this.steps = steps;
        this.origins = origins;
    }

    /** What the form sends. */
    record CodeForm(@Nullable String code, @Nullable String next) {

        @Override
        public String toString() {
            return "CodeForm[…]";
        }
    }

    @GetMapping(SignInSteps.CODE)
    Mono<Rendering> show(@RequestParam(required = false) @Nullable String next, ServerWebExchange exchange) {
        return halfway(exchange)
                .map(_ -> page(next).build())
                .switchIfEmpty(Mono.fromSupplier(() -> steps.startOver(next)));
    }

    @PostMapping(SignInSteps.CODE)
    Mono<Rendering> confirm(@ModelAttribute CodeForm form, ServerWebExchange exchange) {
        var code = form.code() == null ? "" : form.code();
        return halfway(exchange)
                .flatMap(halfway -> confirming.confirm(halfway, code, origin(exchange)))
                .flatMap(outcome -> switch (outcome) {
                    case SignIn.SignedIn signedIn -> steps.after(exchange, signedIn, form.next());
                    case SignIn.WrongCode _ ->
                        Mono.just(page(form.next())
                                .status(HttpStatus.UNAUTHORIZED)
                                .modelAttribute("refusal", "wrong")
                                .build());
                    case SignIn.TooManyAttempts later ->
                        Mono.just(page(form.next())
                                .status(HttpStatus.TOO_MANY_REQUESTS)
                                .modelAttribute("refusal", "later")
                                .modelAttribute("seconds", later.seconds())
                                .build());
                    case SignIn.Halfway _, SignIn.WrongCredentials _ -> Mono.just(steps.startOver(form.next()));
                })
                .switchIfEmpty(Mono.fromSupplier(() -> steps.startOver(form.next())));
    }

    private Mono<SignIn.Halfway> halfway(ServerWebExchange exchange) {
        return sessions.halfway(exchange).filter(halfway -> halfway.missing() == SignIn.Missing.CODE);
    }

    private static Rendering.Builder<?> page(@Nullable String next) {
        return Rendering.view(VIEW).modelAttribute("next", SignInSteps.localOr(next, ""));
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
