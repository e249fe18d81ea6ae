package vn.ocopmarket.catalog.proposal;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;

/**
 * Proposals by product. Every call fails when the store does not answer in time; a cancelled one may or may not have been
 * carried out.
 */
public interface Proposals {

    /** Empty when there never was one about that product. */
    Mono<ProductProposals> about(String productId);

    /** False when somebody else wrote since these were read. */
    Mono<Boolean> write(ProductProposals next);

    /**
     * Those with an open proposal, the longest waiting first.
     *
     * @param provinces codes, or null for all
     * @param after the last of the page before, or null
     */
    Flux<ProductProposals> open(@Nullable Collection<String> provinces, @Nullable Waiting after, int limit);

    /** Those about products of these producers, the last written first. */
    Flux<ProductProposals> ofProducers(Collection<String> producers, int limit);

    /** Those with an approved proposal that is not published yet. */
    Flux<ProductProposals> unpublished();

    /** A place in the queue. */
    record Waiting(long since, String productId) {}
}
