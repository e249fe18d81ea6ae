package vn.ocopmarket.storefront.signin.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.signin.Vouched;

/** The way to the provider and back: authorization code with PKCE, state and nonce, as Spring Security does it. */
final class OidcSignIn {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final ServerOAuth2AuthorizationRequestResolver resolver;
    private final ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> requests;
    private final ServerAuthenticationConverter answers;
    private final ReactiveAuthenticationManager manager;

    OidcSignIn(
            DefaultServerOAuth2AuthorizationRequestResolver resolver,
            ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> requests,
            ServerAuthenticationConverter answers,
            ReactiveAuthenticationManager manager) {
        this.resolver = resolver;
        this.requests = requests;
        this.answers = answers;
        this.manager = manager;
    }

    /** What somebody brings back. */
    record Return(Vouched vouched, String next) {}

    /** Where the browser is to go. An error when the provider cannot be asked. */
    Mono<URI> begin(ServerWebExchange exchange, String next) {
        return resolver.resolve(exchange, OidcProvider.ID)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(OidcRequests.NEXT, next))
                        .build())
                .delayUntil(request -> requests.saveAuthorizationRequest(request, exchange))
                .map(request -> URI.create(request.getAuthorizationRequestUri()))
                .timeout(LONGEST_WAIT);
    }

    /** Never empty; an error of the security framework when what came back is not right, another when it cannot be checked. */
    Mono<Return> finish(ServerWebExchange exchange) {
        return requests.loadAuthorizationRequest(exchange)
                .map(request -> next(request.getAttribute(OidcRequests.NEXT)))
                .defaultIfEmpty("")
                .flatMap(next -> answers.convert(exchange)
                        .flatMap(manager::authenticate)
                        .map(signedIn -> new Return(vouched(signedIn.getPrincipal()), next)))
                .timeout(LONGEST_WAIT);
    }

    private static String next(@Nullable Object next) {
        return Objects.toString(next, "");
    }

    private static Vouched vouched(@Nullable Object principal) {
        if (!(principal instanceof OidcUser user)) {
            throw new IllegalStateException("The provider said nothing about anybody");
        }
        var token = user.getIdToken();
        return new Vouched(
                Objects.requireNonNullElse(user.getEmail(), ""),
                Boolean.TRUE.equals(user.getEmailVerified()),
                Objects.requireNonNullElse(token.getAuthenticationMethods(), List.of()),
                Objects.requireNonNullElse(token.getAuthenticationContextClass(), ""));
    }
}
