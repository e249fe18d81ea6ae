package vn.ocopmarket.storefront.enrolment.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.enrolment.ChoosingPasswords;
import vn.ocopmarket.storefront.enrolment.ResettingPasswords;
import vn.ocopmarket.storefront.throttle.Origins;

/** Who forgot a password asks for a link here, and who has a link chooses a password. */
@Controller
class PasswordPages {

    private static final int LONGEST_EMAIL = 254;

    private final ResettingPasswords resetting;
    private final ChoosingPasswords choosing;
    private final Origins origins;

    PasswordPages(ResettingPasswords resetting, ChoosingPasswords choosing, Origins origins) {
        this.resetting = resetting;
        this.choosing = choosing;
        this.origins = origins;
    }

    /** Whose password is forgotten. */
    record ForgottenForm(@Nullable String email) {}

    /** The new one. */
    record PasswordForm(@Nullable String password) {

        @Override
        public String toString() {
            return "PasswordForm[…]";
        }
    }

    @GetMapping("/password/forgotten")
    Rendering forgotten() {
        return Rendering.view("enrolment/forgotten").build();
    }

    /** The same answer for every address. */
    @PostMapping("/password/forgotten")
    Mono<Rendering> request(@ModelAttribute ForgottenForm form, ServerWebExchange exchange) {
        var email = form.email() == null ? "" : form.email();
        var answer = Rendering.view("enrolment/forgotten")
                .modelAttribute("sent", true)
                .build();
        return email.length() > LONGEST_EMAIL
                ? Mono.just(answer)
                : resetting.request(email, origin(exchange)).thenReturn(answer);
    }

    @GetMapping("/password/{token}")
    Mono<Rendering> open(@PathVariable String token) {
        return choosing.open(token).map(email -> form(token, email).build()).defaultIfEmpty(voidLink());
    }

    @PostMapping("/password/{token}")
    Mono<Rendering> choose(@PathVariable String token, @ModelAttribute PasswordForm form) {
        var password = form.password() == null ? "" : form.password();
        return choosing.choose(token, password).flatMap(outcome -> switch (outcome) {
            case CHOSEN ->
                Mono.just(Rendering.redirectTo("/sign-in")
                        .status(HttpStatus.SEE_OTHER)
                        .build());
            case NO_SUCH_LINK -> Mono.just(voidLink());
            case TOO_WEAK ->
                choosing.open(token)
                        .map(email -> form(token, email)
                                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                .modelAttribute("weak", true)
                                .build())
                        .defaultIfEmpty(voidLink());
        });
    }

    private static Rendering.Builder<?> form(String token, String email) {
        return Rendering.view("enrolment/password")
                .modelAttribute("token", token)
                .modelAttribute("email", email)
                .modelAttribute("shortest", ChoosingPasswords.SHORTEST);
    }

    private static Rendering voidLink() {
        return Rendering.view("enrolment/forgotten")
                .status(HttpStatus.GONE)
                .modelAttribute("gone", true)
                .build();
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
