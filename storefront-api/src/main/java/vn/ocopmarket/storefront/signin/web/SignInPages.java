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
import vn.ocopmarket.storefront.signin.Credentials;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.SigningIn;
import vn.ocopmarket.storefront.throttle.Origins;

/** Staff sign in here. */
@Controller
class SignInPages {

    static final String PATH = "/sign-in";

    private final SigningIn signingIn;
    private final SignInForms forms;
    private final Origins origins;
    private final SignInSteps steps;

    SignInPages(SigningIn signingIn, SignInForms forms, Origins origins, SignInSteps steps) {
        this.steps = steps;
        this.signingIn = signingIn;
        this.forms = forms;
        this.origins = origins;
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
        return forms.page(next).build();
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

    private Rendering again(SignInForm form, HttpStatus status, String refusal, long seconds) {
        return forms.page(form.next())
                .status(status)
                .modelAttribute("email", form.email() == null ? "" : form.email())
                .modelAttribute("refusal", refusal)
                .modelAttribute("seconds", seconds)
                .build();
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
