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
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.signin.Credentials;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.SigningIn;
import vn.ocopmarket.storefront.throttle.Origins;

/** Staff sign in and out here. */
@Controller
class SignInPages {

    static final String PATH = "/sign-in";

    static final String VIEW = "account/sign-in";

    private final SigningIn signingIn;
    private final Origins origins;
    private final SignInSteps steps;
    private final SessionStaff sessions;
    private final CurrentStaff staff;

    SignInPages(SigningIn signingIn, Origins origins, SignInSteps steps, SessionStaff sessions, CurrentStaff staff) {
        this.steps = steps;
        this.staff = staff;
        this.signingIn = signingIn;
        this.origins = origins;
        this.sessions = sessions;
    }

    /** What the form sends. */
    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String next) {

        @Override
        public String toString() {
            return "SignInForm[" + email + "]";
        }

        Credentials credentials(String origin) {
            return new Credentials(email == null ? "" : email, password == null ? "" : password, origin);
        }
    }

    @GetMapping(PATH)
    Rendering show(@RequestParam(required = false) @Nullable String next) {
        return Rendering.view(VIEW)
                .modelAttribute("next", SignInSteps.localOr(next, ""))
                .build();
    }

    @PostMapping(PATH)
    Mono<Rendering> signIn(@ModelAttribute SignInForm form, ServerWebExchange exchange) {
        return signingIn.signIn(form.credentials(origin(exchange))).flatMap(outcome -> switch (outcome) {
            case SignIn.SignedIn signedIn -> steps.after(exchange, signedIn, form.next());
            case SignIn.Halfway halfway -> steps.after(exchange, halfway, form.next());
            case SignIn.WrongCredentials _, SignIn.WrongCode _ ->
                Mono.just(again(form, HttpStatus.UNAUTHORIZED, "wrong", 0));
            case SignIn.TooManyAttempts later ->
                Mono.just(again(form, HttpStatus.TOO_MANY_REQUESTS, "later", later.seconds()));
        });
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return sessions.forget(exchange).thenReturn(SignInSteps.seeOther("/"));
    }

    /** For who fears that somebody else is signed in with the account, too. */
    @PostMapping("/staff/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(ServerWebExchange exchange) {
        return staff.get()
                .flatMap(member -> sessions.forgetEverywhere(exchange, member.accountId()))
                .thenReturn(SignInSteps.seeOther("/"));
    }

    private static Rendering again(SignInForm form, HttpStatus status, String refusal, long seconds) {
        return Rendering.view(VIEW)
                .status(status)
                .modelAttribute("email", form.email() == null ? "" : form.email())
                .modelAttribute("next", SignInSteps.localOr(form.next(), ""))
                .modelAttribute("refusal", refusal)
                .modelAttribute("seconds", seconds)
                .build();
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
