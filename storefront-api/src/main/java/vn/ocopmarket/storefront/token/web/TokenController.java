package vn.ocopmarket.storefront.token.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.signin.Credentials;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.signin.SigningIn;
import vn.ocopmarket.storefront.throttle.Origins;
import vn.ocopmarket.storefront.token.IssuingTokens;
import vn.ocopmarket.storefront.token.KeyRing;

/** Tokens for staff tools and services, and the keys to check them with. */
@RestController
class TokenController {

    private final SigningIn signingIn;
    private final Origins origins;
    private final IssuingTokens issuing;
    private final KeyRing keys;
    private final Clock clock;

    TokenController(SigningIn signingIn, Origins origins, IssuingTokens issuing, KeyRing keys, Clock clock) {
        this.signingIn = signingIn;
        this.origins = origins;
        this.issuing = issuing;
        this.keys = keys;
        this.clock = clock;
    }

    /** Who asks for a token; the limits keep the hash from being fed without end. */
    record TokenRequest(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 72) String password) {

        @Override
        public String toString() {
            return "TokenRequest[" + email + "]";
        }
    }

    /** A bearer token and when it ends. */
    record TokenView(String accessToken, OffsetDateTime expiresAt) {}

    @PostMapping("/api/v1/tokens")
    Mono<ResponseEntity<TokenView>> issue(@Valid @RequestBody TokenRequest request, ServerWebExchange exchange) {
        var credentials = new Credentials(request.email(), request.password(), origin(exchange));
        return signingIn.signIn(credentials).flatMap(outcome -> switch (outcome) {
            case SignIn.SignedIn signedIn ->
                issuing.issueTo(signedIn.member())
                        .map(this::view)
                        .map(view -> ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(view));
            case SignIn.Refused refused -> Mono.error(TokenProblems.of(refused));
        });
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> keys() {
        return keys.published();
    }

    private TokenView view(IssuingTokens.Issued issued) {
        return new TokenView(
                issued.accessToken(), issued.expiresAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    private String origin(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }
}
