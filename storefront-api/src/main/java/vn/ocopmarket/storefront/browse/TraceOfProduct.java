package vn.ocopmarket.storefront.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LotRecord;

/** How a product can be traced, for its page; whoever follows lots and links knows. */
public interface TraceOfProduct {

    /**
     * Never empty and never an error: a page is not lost for what cannot be told of it now.
     *
     * @param traceUrl its trace page elsewhere, or null
     */
    Mono<Known> of(String productId, @Nullable String traceUrl);

    /**
     * What is known.
     *
     * @param lots newest first, a few
     * @param recalled newest first, all of them
     * @param answer of its trace page elsewhere; null when that was never asked
     */
    record Known(
            List<LotRecord> lots,
            List<LotRecord> recalled,
            @Nullable LinkAnswer answer) {

        public static final Known NOTHING = new Known(List.of(), List.of(), null);

        public Known {
            lots = List.copyOf(lots);
            recalled = List.copyOf(recalled);
        }
    }
}
