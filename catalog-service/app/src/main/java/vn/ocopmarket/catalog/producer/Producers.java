package vn.ocopmarket.catalog.producer;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProducerRef;

/** The register of producers. Every call fails when the store does not answer in time. */
public interface Producers {

    /** By id or slug; empty when there is none. */
    Mono<KnownProducer> find(String idOrSlug);

    /** Those that are known by one of these identities. */
    Flux<KnownProducer> identifiedBy(Collection<String> identities);

    /** In the order of their ids, those after the given one. */
    Flux<KnownProducer> page(@Nullable String after, int limit);

    /**
     * Adds those that are not there, also those that were removed; empty on completion, also when all were there.
     */
    Mono<Void> addMissing(Collection<KnownProducer> producers);

    /**
     * Puts the next revision in place of the one before it and remembers that its products must hear of it; false when that
     * is not the present one, or the name is another producer's.
     */
    Mono<Boolean> replace(KnownProducer next);

    /** Those of the ids that were ever there. */
    Flux<KnownProducer> withIdsEvenRemoved(Collection<String> ids);

    /** Brings back those of the ids that were removed, since they have products after all. */
    Mono<Void> revive(Collection<String> ids);

    /** Producers whose products have not all heard of their latest revision. */
    Flux<KnownProducer> unspread();

    /** Notes that the products have heard of that revision. */
    Mono<Void> spread(String id, long revision);

    /** How a product shows the producer. */
    default Mono<ProducerRef> ref(String id) {
        return find(id).map(KnownProducer::ref);
    }
}
