package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.Products.Keys;

/** What lines are brought into: the catalogue itself, or a plan that writes nothing of it. */
public interface ListingTarget {

    /** Those that one of the keys names, also those that were removed. */
    Flux<CatalogProduct> matching(Keys keys);

    /** Which of the slugs are in use. */
    Mono<Set<String>> taken(Collection<String> slugs);

    /** Those that are known by one of these identities. */
    Flux<KnownProducer> producers(Collection<String> identities);

    /** Gives the ids of products that could not be written because someone else was first; safe to repeat. */
    Mono<Set<String>> write(Step step);

    /**
     * What lines make of products.
     *
     * @param named producers that the lines name, whether new or not
     */
    record Step(ListingRun run, List<KnownProducer> newProducers, Set<String> named, List<Change> changes) {}

    /**
     * What lines make of one product.
     *
     * @param before or null when it is new
     * @param rows the lines, by the numbers that the officer sees
     */
    record Change(@Nullable CatalogProduct before, CatalogProduct after, List<Integer> rows) {

        /** The revision that is changed; none when it is new. */
        public long base() {
            return before == null ? 0 : before.record().revision();
        }
    }
}
