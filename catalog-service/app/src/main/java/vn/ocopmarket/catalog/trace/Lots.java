package vn.ocopmarket.catalog.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;

/** All lots. Every call fails when the store does not answer in time; a cancelled one can be tried again. */
public interface Lots {

    /** Empty when there is none. */
    Mono<LotRecord> find(String id);

    /** Lots of a product, in the order of their ids, those after the given one. */
    Flux<LotRecord> ofProduct(String productId, @Nullable String after, int limit);

    /** Lots of a product, the newest first. */
    Flux<LotRecord> newestOf(String productId, int limit);

    /** Recalled lots, by when their recall began or ended, from the given instant on; oldest first. */
    Flux<LotRecord> recalledSince(Instant from, int limit);

    /** Ids of the products of which a lot was written down at that moment or later, each once. */
    Flux<String> productsWithLotsSince(Instant from);

    /**
     * False when there is one under that id already.
     *
     * @param key under which it was asked for, or null
     */
    Mono<Boolean> add(LotRecord lot, @Nullable String key);

    /** Whether it is there, and was added under that key after that moment. */
    Mono<Boolean> isAddedUnder(String id, String key, Instant after);

    /** Puts the next revision in place of the one before it; false when that is not the present one. */
    Mono<Boolean> replace(LotRecord next);
}
