package vn.ocopmarket.storefront.token.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.signin.ConfirmingSignIn;
import vn.ocopmarket.storefront.signin.Credentials;
import vn.ocopmarket.storefront.signin.SignIn;
import vn.ocopmarket.storefront.throttle.Origins;
import vn.ocopmarket.storefront.token.IssuingTokens;

/** Tokens for staff tools and services. */
@RestController
class TokenController {

    private final ConfirmingSignIn signingIn;
    private final Origins origins;
    private final IssuingTokens issuing;
    private final Clock clock;

    TokenController(ConfirmingSignIn signingIn, Origins origins, IssuingTokens issuing, Clock clock) {
        this.signingIn = signingIn;
        this.origins = origins;
        this.issuing = issuing;
        this.clock = clock;
    }

    /**
     * Who asks for a token; the limits keep the hash from being fed without end.
     *
     * @param code of the second factor, for accounts that have one
     */
    record TokenRequest(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 72) String password,
            @Nullable @Size(max = 40) String code) {

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
        var code = request.code() == null ? "" : request.code();
        return signingIn.signIn(credentials, code).flatMap(outcome -> switch (outcome) {
            case SignIn.SignedIn signedIn ->
                issuing.issueTo(signedIn)
                        .map(this::view)
                        .map(view -> ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(view));
            case SignIn.Halfway halfway -> Mono.error(TokenProblems.of(halfway));
            case SignIn.Refused refused -> Mono.error(TokenProblems.of(refused));
        });
    }

    /** For services that are shown a token: one that does not count any more is not let in here. */
    @GetMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> counts() {
        return Mono.empty();
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
