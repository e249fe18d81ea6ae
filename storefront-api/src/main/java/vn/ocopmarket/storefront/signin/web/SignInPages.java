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
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.signin.Credentials;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.SigningIn;
import vn.ocopmarket.storefront.throttle.Origins;

/** Staff sign in and out here. */
@Controller
class SignInPages {

    static final String PATH = "/sign-in";

    private static final String VIEW = "account/sign-in";

    private final SigningIn signingIn;
    private final Origins origins;
    private final SessionStaff sessions;
    private final CurrentStaff staff;

    SignInPages(SigningIn signingIn, Origins origins, SessionStaff sessions, CurrentStaff staff) {
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
        return Rendering.view(VIEW).modelAttribute("next", localOr(next, "")).build();
    }

    @PostMapping(PATH)
    Mono<Rendering> signIn(@ModelAttribute SignInForm form, ServerWebExchange exchange) {
        return signingIn.signIn(form.credentials(origin(exchange))).flatMap(outcome -> switch (outcome) {
            case SignIn.SignedIn signedIn ->
                sessions.remember(exchange, signedIn)
                        .thenReturn(seeOther(localOr(form.next(), homeOf(signedIn.member()))));
            case SignIn.WrongCredentials _ -> Mono.just(again(form, HttpStatus.UNAUTHORIZED, "wrong", 0));
            case SignIn.TooManyAttempts later ->
                Mono.just(again(form, HttpStatus.TOO_MANY_REQUESTS, "later", later.seconds()));
        });
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        return sessions.forget(exchange).thenReturn(seeOther("/"));
    }

    /** For who fears that somebody else is signed in with the account, too. */
    @PostMapping("/staff/sign-out-everywhere")
    Mono<Rendering> signOutEverywhere(ServerWebExchange exchange) {
        return staff.get()
                .flatMap(member -> sessions.forgetEverywhere(exchange, member.accountId()))
                .thenReturn(seeOther("/"));
    }

    private static Rendering again(SignInForm form, HttpStatus status, String refusal, long seconds) {
        return Rendering.view(VIEW)
                .status(status)
                .modelAttribute("email", form.email() == null ? "" : form.email())
                .modelAttribute("next", localOr(form.next(), ""))
                .modelAttribute("refusal", refusal)
                .modelAttribute("seconds", seconds)
                .build();
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** Only a path on this site: nobody is sent elsewhere by a link that looks like ours. */
    private static String localOr(@Nullable String next, String otherwise) {
        if (next == null || !next.startsWith("/") || next.startsWith("//")) {
            return otherwise;
        }
        return next.chars().noneMatch(c -> c == '\\' || c < ' ') ? next : otherwise;
    }

    private static String homeOf(StaffMember member) {
        if (member.isAny(Role.POS_STAFF, Role.POS_MANAGER) && !member.isAdministrator()) {
            return "/pos";
        }
        return member.isAny(Role.TRADE_OFFICER) && !member.isAdministrator() ? "/staff/fairs" : "/staff";
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
