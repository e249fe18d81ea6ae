package vn.ocopmarket.catalog.access.http;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Issuer;

/** Shows the issuer its own token. */
final class HttpIssuer implements Issuer {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final WebClient client;

    HttpIssuer(String url) {
        this.client = WebClient.create(url);
    }

    @Override
    public Mono<Boolean> accepts(String token) {
        return client.get()
                .uri("/api/v1/tokens/current")
                .headers(headers -> headers.setBearerAuth(token))
                .exchangeToMono(answer -> {
                    if (answer.statusCode().is2xxSuccessful()) {
                        return answer.releaseBody().thenReturn(true);
                    }
                    return answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                            ? answer.releaseBody().thenReturn(false)
                            : answer.createError();
                })
                .timeout(LONGEST_WAIT);
    }
}
