package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.catalog.producer.KnownProducer;

/**
 * What imports would do to products, kept for some days beside the catalogue. Every call fails when the store does not
 * answer in time.
 */
public interface Plans {

    /** Forgets what was planned. */
    Mono<Void> clear(String planId);

    /** Plans each change, on top of what the plan holds of the product. */
    Mono<Void> add(String planId, List<Planned> planned, List<KnownProducer> producers);

    /** What is planned of products that one of the keys names or that have one of the ids. */
    Flux<Planned> matching(String planId, Products.Keys keys, Collection<String> ids);

    /** Which of the slugs are planned. */
    Mono<Set<String>> taken(String planId, Collection<String> slugs);

    /** In the order of their first rows, those after the given one. */
    Flux<Planned> page(String planId, Only only, int afterRow, int limit);

    /** Producers that are planned, of these ids. */
    Flux<KnownProducer> producers(String planId, Collection<String> ids);

    Mono<Tally> tally(String planId);

    /** Which part of a plan. */
    enum Only {
        ALL,
        NEW,
        CHANGED,
        SUPERSEDING
    }

    /** How many products are new, changed, and lose a certificate to a newer one. */
    record Tally(long fresh, long changed, long superseding) {}

    /**
     * What is planned of one product.
     *
     * @param base the revision that it was planned from, 0 when there was none
     * @param after what it is to be
     * @param rows that say so, the first one first
     * @param changes what is different then
     * @param superseded numbers of certificates that end by it
     */
    record Planned(
            long base, CatalogProduct after, List<Integer> rows, List<FieldChange> changes, List<String> superseded) {

        /** What is planned, seen from what there is. */
        static Planned of(long base, @Nullable CatalogProduct original, ListingTarget.Change change) {
            var changes = ProductDifferences.between(
                    original == null ? null : original.record(), change.after().record());
            var superseded = changes.stream()
                    .filter(one -> one.field().equals("certificate.succession") && one.after() != null)
                    .map(FieldChange::of)
                    .filter(java.util.Objects::nonNull)
                    .map(String::valueOf)
                    .toList();
            return new Planned(base, change.after(), change.rows(), changes, superseded);
        }
    }
}
