package vn.ocopmarket.indexer.feed.http;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.indexer.feed.ChangeLogs;
import vn.ocopmarket.indexer.feed.Feed;

/** {@code GET /api/v1/changes} of the catalogue and of the storefront. */
@Component
final class HttpChangeLogs implements ChangeLogs {

    /** On top of the wait, for the way there and back. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final WebClient catalog;
    private final WebClient storefront;

    HttpChangeLogs(@Qualifier("catalog") WebClient catalog, @Qualifier("storefront") WebClient storefront) {
        this.catalog = catalog;
        this.storefront = storefront;
    }

    @Override
    public Mono<ChangePage> read(Feed feed, long after, int limit, Duration wait) {
        return service(feed)
                .get()
                .uri("/api/v1/changes?after={after}&limit={limit}&wait={wait}", after, limit, wait.toSeconds())
                .retrieve()
                .bodyToMono(ChangePage.class)
                .timeout(wait.plus(GRACE))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The log answered with nothing")));
    }

    private WebClient service(Feed feed) {
        return switch (feed) {
            case PRODUCTS -> catalog;
            case AVAILABILITY -> storefront;
        };
    }
}
