package vn.ocopmarket.storefront.recall.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.recall.Recalls;

/** Asks catalog-service, page by page. */
@Repository
class HttpRecalls implements Recalls {

    private static final int PAGE = 500;

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader page;

    HttpRecalls(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
        this.timeout = settings.catalogTimeout();
        this.page = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(Page.class);
    }

    @Override
    public Flux<LotRecord> since(Instant from) {
        return page(from)
                .expand(found -> found.items().size() < PAGE
                        ? Mono.empty()
                        : page(changed(found.items().getLast())))
                .concatMapIterable(Page::items, 1);
    }

    /** What the answer is sorted by; an edit of the lot does not count. */
    private static Instant changed(LotRecord lot) {
        var recall = Objects.requireNonNull(lot.recall());
        return recall.closing() == null ? recall.startedAt() : recall.closing().at();
    }

    private Mono<Page> page(Instant from) {
        return catalogue
                .get()
                .uri("/api/v1/recalls?since={from}&limit={limit}", from, PAGE)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Page>map(page::readValue)
                .timeout(timeout);
    }

    private record Page(List<LotRecord> items) {}
}
