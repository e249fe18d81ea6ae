package vn.ocopmarket.storefront.signin.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a browser must bring back from the provider, in a cookie of its own: no other browser can finish what this one began. */
final class OidcRequests implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Where the browser wants to go in the end. */
    static final String NEXT = "next";

    private static final String COOKIE = "PROVIDER";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String SEPARATOR = ".";
    private static final int PARTS = 4;

    private final ReactiveClientRegistrationRepository providers;
    private final boolean secure;

    OidcRequests(ReactiveClientRegistrationRepository providers, boolean secure) {
        this.providers = providers;
        this.secure = secure;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            if (request != null) {
                exchange.getResponse().addCookie(cookie(write(request), LONGEST));
            }
        });
    }

    /** Empty when this browser began nothing, or something else than what came back. */
    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        var state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .map(value -> List.of(value.split("\\" + SEPARATOR, -1)))
                .filter(parts -> parts.size() == PARTS && read(parts.getFirst()).equals(state))
                .flatMap(parts ->
                        providers.findByRegistrationId(OidcProvider.ID).map(provider -> request(provider, parts)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange)
                .doOnNext(_ -> exchange.getResponse().addCookie(cookie("", Duration.ZERO)));
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure)
                .build();
    }

    private static String write(OAuth2AuthorizationRequest request) {
        return String.join(
                SEPARATOR,
                encoded(request.getState()),
                encoded(request.getAttribute(OidcParameterNames.NONCE)),
                encoded(request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                encoded(request.getAttribute(NEXT)));
    }

    private static OAuth2AuthorizationRequest request(ClientRegistration provider, List<String> parts) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(provider.getClientId())
                .authorizationUri(String.valueOf(provider.getProviderDetails().getAuthorizationUri()))
                .redirectUri(provider.getRedirectUri())
                .scopes(provider.getScopes())
                .state(read(parts.getFirst()))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        OidcProvider.ID,
                        OidcParameterNames.NONCE,
                        read(parts.get(1)),
                        PkceParameterNames.CODE_VERIFIER,
                        read(parts.get(2)),
                        NEXT,
                        read(parts.get(3))))
                .build();
    }

    private static String encoded(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String read(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
