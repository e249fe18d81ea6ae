package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * All products. Every call fails when the store does not answer in time; a cancelled one may or may not have been carried
 * out, and can be tried again.
 */
public interface Products {

    /** By id or slug; empty when there is none. */
    Mono<CatalogProduct> find(String idOrSlug);

    /** Those of the ids that exist, in no order. */
    Flux<ProductRecord> withIds(Collection<String> ids);

    /** Those of the ids that were ever there, with their histories, in no order. */
    Flux<CatalogProduct> withIdsEvenRemoved(Collection<String> ids);

    /** Those that have a variant with one of the SKUs, in no order. */
    Flux<ProductRecord> withSkus(Collection<String> skus);

    /** In the order of their ids, those after the given one. */
    Flux<ProductRecord> page(@Nullable String after, int limit);

    /** Every product, as they are while they are read. */
    Flux<ProductRecord> all();

    /** Products of a producer. */
    Flux<CatalogProduct> ofProducer(String producerId);

    /** Products of the provinces, without their stories. */
    Flux<ProductRecord> ofProvinces(Collection<String> codes);

    /** Those that one of the keys names, also those that were removed. */
    Flux<CatalogProduct> matching(Keys keys);

    /** Whether the producer has any product that is not removed. */
    Mono<Boolean> anyOf(String producerId);

    /** Which of the slugs are in use. */
    Mono<Set<String>> taken(Collection<String> slugs);

    /**
     * Writes each product as the revision after the one it was read with, revision 1 as a new product, and publishes the
     * change in the same atomic write. Gives the ids of those that could not be written because someone else was first.
     */
    Mono<Set<String>> write(List<CatalogProduct> next);

    /** What products are looked up by. */
    record Keys(Set<String> identities, Set<String> skus, Set<String> gtins) {

        public Keys {
            identities = Set.copyOf(identities);
            skus = Set.copyOf(skus);
            gtins = Set.copyOf(gtins);
        }
    }
}
