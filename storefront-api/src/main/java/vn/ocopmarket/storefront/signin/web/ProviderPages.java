package vn.ocopmarket.storefront.signin.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.SigningInByProvider;
import vn.ocopmarket.storefront.signin.Vouching;

/** To the configured provider, and back from it. */
@Controller
class ProviderPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);
    private static final Pattern CODE = Pattern.compile("\\w{1,60}");

    private final Optional<OidcSignIn> provider;
    private final SigningInByProvider signingIn;
    private final SignInSteps steps;
    private final SignInForms forms;

    ProviderPages(Optional<OidcSignIn> provider, SigningInByProvider signingIn, SignInSteps steps, SignInForms forms) {
        this.provider = provider;
        this.signingIn = signingIn;
        this.steps = steps;
        this.forms = forms;
    }

    @GetMapping("/sign-in/provider")
    Mono<Rendering> begin(@RequestParam(required = false) @Nullable String next, ServerWebExchange exchange) {
        return provider()
                .begin(exchange, SignInSteps.localOr(next, ""))
                .map(address -> Rendering.redirectTo(address.toString())
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(error -> away(next, error));
    }

    @GetMapping(OidcConfiguration.CALLBACK)
    Mono<Rendering> finish(ServerWebExchange exchange) {
        return provider()
                .finish(exchange)
                .flatMap(back -> signingIn.signIn(back.vouched()).flatMap(vouching -> switch (vouching) {
                    case Vouching.Known(var signIn) -> known(exchange, signIn, back.next());
                    case Vouching.NoAccount _ ->
                        Mono.just(forms.again(HttpStatus.FORBIDDEN, "no-account", back.next()));
                    case Vouching.NotVerified _ ->
                        Mono.just(forms.again(HttpStatus.FORBIDDEN, "not-verified", back.next()));
                }))
                .onErrorResume(ProviderPages::isRefusal, error -> Mono.just(refused(error)))
                .onErrorResume(error -> away("", error));
    }

    private Mono<Rendering> known(ServerWebExchange exchange, SignIn signIn, String next) {
        return switch (signIn) {
            case SignIn.SignedIn signedIn -> steps.after(exchange, signedIn, next);
            case SignIn.Halfway halfway -> steps.after(exchange, halfway, next);
            case SignIn.Refused _ -> Mono.just(forms.again(HttpStatus.FORBIDDEN, "no-account", next));
        };
    }

    private OidcSignIn provider() {
        return provider.orElseThrow(() -> Problem.of("not-found", HttpStatus.NOT_FOUND.value()));
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof AuthenticationException || error instanceof OAuth2AuthorizationException;
    }

    private Rendering refused(Throwable error) {
        LOG.info("A sign-in by the provider was not right: {}", code(error));
        return forms.again(HttpStatus.BAD_REQUEST, "provider", "");
    }

    /** Anybody can send us any words in the provider's name, so only what looks like a code comes into the log. */
    private static String code(Throwable error) {
        var code = switch (error) {
            case OAuth2AuthenticationException refusal -> refusal.getError().getErrorCode();
            case OAuth2AuthorizationException refusal -> refusal.getError().getErrorCode();
            default -> error.getClass().getSimpleName();
        };
        return CODE.matcher(code).matches() ? code : "no code";
    }

    private Mono<Rendering> away(@Nullable String next, Throwable error) {
        LOG.warn("The sign-in provider does not answer: {}", error.toString());
        return Mono.just(forms.again(HttpStatus.SERVICE_UNAVAILABLE, "provider-away", SignInSteps.localOr(next, "")));
    }
}
