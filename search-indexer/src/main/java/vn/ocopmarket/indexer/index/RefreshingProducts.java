package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * Makes the documents of products equal to what the sources say now, whatever was told of them before. Refreshing again, at
 * the same time or with older facts changes nothing for the worse.
 */
public final class RefreshingProducts {

    private static final System.Logger LOG = System.getLogger(RefreshingProducts.class.getName());
    private static final int BATCH = 80;
    private static final int BATCHES_AT_ONCE = 3;

    private final Products products;
    private final WritingBatches batches;
    private final Parking parking;
    private final RemovingProducts removing;

    RefreshingProducts(Products products, WritingBatches batches, Parking parking, RemovingProducts removing) {
        this.products = products;
        this.removing = removing;
        this.batches = batches;
        this.parking = parking;
    }

    /**
     * Those with these ids; what the catalogue does not have any more is removed. Never empty; an error means that some are
     * not done; cancelling leaves some undone.
     */
    public Mono<RefreshCounts> ids(Collection<String> ids, IndexTarget target) {
        return some(ids, products::byIds, (batch, found) -> removing.unknown(missing(batch, found), target), target);
    }

    private static Set<String> missing(List<String> batch, List<ProductRecord> found) {
        var missing = new HashSet<>(batch);
        found.forEach(product -> missing.remove(product.id()));
        return missing;
    }

    /** Those that have one of these SKUs; otherwise like {@link #ids}. */
    public Mono<RefreshCounts> skus(Collection<String> skus, IndexTarget target) {
        return some(skus, products::bySkus, (_, _) -> Mono.just(0L), target);
    }

    /** These, as they were read at some earlier time; otherwise like {@link #ids}. */
    public Mono<RefreshCounts> read(Flux<ProductRecord> products, IndexTarget target) {
        return products.buffer(BATCH)
                .flatMap(batch -> batches.write(batch, target), BATCHES_AT_ONCE, 1)
                .reduce(RefreshCounts.NONE, RefreshCounts::plus);
    }

    private Mono<RefreshCounts> some(
            Collection<String> keys,
            Function<Collection<String>, Flux<ProductRecord>> read,
            BiFunction<List<String>, List<ProductRecord>, Mono<Long>> tidy,
            IndexTarget target) {
        return Flux.fromIterable(keys)
                .buffer(BATCH)
                .flatMap(
                        batch -> found(batch, read)
                                .collectList()
                                .flatMap(found -> tidy.apply(batch, found).then(batches.write(found, target))),
                        BATCHES_AT_ONCE,
                        1)
                .reduce(RefreshCounts.NONE, RefreshCounts::plus);
    }

    /** One product that cannot be read must not take the others with it, so it is looked for by halves and parked. */
    private Flux<ProductRecord> found(List<String> keys, Function<Collection<String>, Flux<ProductRecord>> read) {
        return read.apply(keys).onErrorResume(UnreadableProductException.class, unreadable -> {
            if (keys.size() == 1) {
                LOG.log(System.Logger.Level.WARNING, "Cannot read {0}: {1}", keys.getFirst(), unreadable.getCause());
                return parking.park(keys.getFirst(), String.valueOf(unreadable.getCause()))
                        .thenMany(Flux.empty());
            }
            var half = keys.size() / 2;
            return found(keys.subList(0, half), read).concatWith(found(keys.subList(half, keys.size()), read));
        });
    }
}
