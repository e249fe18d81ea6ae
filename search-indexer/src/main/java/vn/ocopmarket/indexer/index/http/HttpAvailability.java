package vn.ocopmarket.indexer.index.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.indexer.index.Availability;

/** Reads availability from the storefront. */
@Component
final class HttpAvailability implements Availability {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final WebClient storefront;

    HttpAvailability(@Qualifier("storefront") WebClient storefront) {
        this.storefront = storefront;
    }

    @Override
    public Mono<List<AvailabilityRecord>> of(Collection<String> skus) {
        return Flux.fromIterable(UrlChunks.of(skus))
                .concatMap(chunk -> storefront
                        .get()
                        .uri("/api/v1/availability?skus={skus}", chunk)
                        .retrieve()
                        .bodyToMono(Items.class)
                        .timeout(TIMEOUT))
                .concatMapIterable(Items::items)
                .collectList();
    }

    private record Items(List<AvailabilityRecord> items) {}
}
