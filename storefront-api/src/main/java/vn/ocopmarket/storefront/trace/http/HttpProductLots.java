package vn.ocopmarket.storefront.trace.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.trace.OutsideAnswers;
import vn.ocopmarket.storefront.trace.ProductLots;

/** Asks catalog-service for lots and for answers of trace pages elsewhere. */
@Repository
class HttpProductLots implements ProductLots, OutsideAnswers {

    private static final int PAGE = 1_000;
    private static final Duration QUICK = Duration.ofMillis(400);

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader lots;
    private final ObjectReader answers;

    HttpProductLots(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        this.timeout = settings.catalogTimeout();
        // A newer catalogue may say more than we know.
        var tolerant = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES);
        this.lots = tolerant.forType(Lots.class);
        this.answers = tolerant.forType(Answers.class);
    }

    /** A page waits for it, so it is not waited for long. */
    @Override
    public Flux<LotRecord> newest(String productId, int limit) {
        return catalogue
                .get()
                .uri("/api/v1/lots/newest?product={id}&limit={limit}", productId, limit)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Lots>map(lots::readValue)
                .timeout(QUICK)
                .flatMapIterable(Lots::items);
    }

    @Override
    public Flux<LinkAnswer> since(Instant from) {
        return page(from)
                .expand(found -> found.items().size() < PAGE
                        ? Mono.empty()
                        : page(found.items().getLast().checkedAt().plusMillis(1)))
                .concatMapIterable(Answers::items, 1);
    }

    private Mono<Answers> page(Instant from) {
        return catalogue
                .get()
                .uri("/api/v1/links/answers?since={from}&limit={limit}", from, PAGE)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Answers>map(answers::readValue)
                .timeout(timeout);
    }

    private record Lots(List<LotRecord> items) {}

    private record Answers(List<LinkAnswer> items) {}
}
