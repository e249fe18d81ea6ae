package vn.ocopmarket.storefront.recall;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.browse.TraceOfProduct;
import vn.ocopmarket.storefront.trace.KnownLinks;
import vn.ocopmarket.storefront.trace.ProductLots;

/** Gathers for a product's page what is known of its lots and links; the lots of a product are asked for once a minute. */
final class TellingTrace implements TraceOfProduct {

    private static final int SHOWN = 6;
    private static final int MOST_KEPT = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ProductLots lots;
    private final KnownLinks links;
    private final RecalledLots recalled;
    private final Map<String, Mono<List<LotRecord>>> asked;

    TellingTrace(ProductLots lots, KnownLinks links, RecalledLots recalled) {
        this.lots = lots;
        this.links = links;
        this.recalled = recalled;
        this.asked = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Mono<List<LotRecord>>> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    @Override
    public Mono<Known> of(String productId, @Nullable String traceUrl) {
        return newest(productId)
                .map(found -> new Known(found, recalled.ofProduct(productId), links.of(productId, traceUrl)));
    }

    /** While the catalogue is away, the page does not wait for it again and again. */
    private Mono<List<LotRecord>> newest(String productId) {
        synchronized (asked) {
            return asked.computeIfAbsent(
                    productId,
                    id -> lots.newest(id, SHOWN)
                            .collectList()
                            .onErrorReturn(List.of())
                            .cache(KEPT));
        }
    }
}
