package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/** A catalogue and a storefront in memory. */
final class FakeSources implements Products, Availability {

    final Map<String, ProductRecord> products = new ConcurrentSkipListMap<>();
    final Map<String, AvailabilityRecord> availability = new ConcurrentHashMap<>();

    /** Ids of products that come out as nonsense. */
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** Fails this many reads of availability. */
    final AtomicInteger failures = new AtomicInteger();

    void put(ProductRecord product) {
        products.put(product.id(), product);
    }

    void put(AvailabilityRecord record) {
        availability.put(record.sku(), record);
    }

    @Override
    public Flux<ProductRecord> byIds(Collection<String> ids) {
        return Flux.defer(() -> ids.stream().anyMatch(unreadable::contains)
                ? Flux.error(new UnreadableProductException(new IllegalArgumentException("not a product")))
                : Flux.fromIterable(ids).mapNotNull(products::get));
    }

    @Override
    public Flux<ProductRecord> bySkus(Collection<String> skus) {
        return Flux.defer(() -> Flux.fromIterable(products.values())
                .filter(product -> product.variants().stream().anyMatch(variant -> skus.contains(variant.sku()))));
    }

    @Override
    public Flux<ProductRecord> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(products.values())));
    }

    @Override
    public Mono<List<AvailabilityRecord>> of(Collection<String> skus) {
        return Mono.fromSupplier(() -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The storefront is down");
            }
            return skus.stream().map(availability::get).filter(Objects::nonNull).toList();
        });
    }
}
