package vn.ocopmarket.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Signs this service in at the storefront, and again before the token ends or when it is refused. */
final class ServiceTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final WebClient storefront;
    private final Map<String, String> account;
    private final Clock clock;
    private final AtomicReference<@Nullable Token> current = new AtomicReference<>();

    ServiceTokens(WebClient storefront, SourcesSettings.Storefront settings, Clock clock) {
        this.storefront = storefront;
        this.account = Map.of("email", settings.email(), "password", settings.password());
        this.clock = clock;
    }

    /** Sends the request with a token; once more with a new one when that is refused. */
    Mono<ClientResponse> signedIn(ClientRequest request, ExchangeFunction next) {
        return token().flatMap(token -> next.exchange(with(token, request)))
                .flatMap(answer -> answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                        ? answer.releaseBody().then(newToken()).flatMap(token -> next.exchange(with(token, request)))
                        : Mono.just(answer));
    }

    private static ClientRequest with(Token token, ClientRequest request) {
        return ClientRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token.accessToken()))
                .build();
    }

    private Mono<Token> token() {
        return Mono.defer(() -> {
            var token = current.get();
            return token != null && token.expiresAt().isAfter(clock.instant().plus(AHEAD))
                    ? Mono.just(token)
                    : newToken();
        });
    }

    private Mono<Token> newToken() {
        return storefront
                .post()
                .uri("/api/v1/tokens")
                .bodyValue(account)
                .retrieve()
                .bodyToMono(Token.class)
                .timeout(TIMEOUT)
                .doOnNext(current::set);
    }

    private record Token(String accessToken, Instant expiresAt) {}
}
