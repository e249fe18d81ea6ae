package vn.ocopmarket.catalog.links;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.links.domain.Judgement;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/** Links and what they last said. Every call fails when the store does not answer in time, and can be tried again. */
public interface Links {

    /**
     * Notes the links of these products, a new address as due, and forgets those of products that have none any more. Gives
     * how many changed.
     */
    Mono<Long> note(List<ProductRecord> products, Instant due);

    /** Those that are due, the longest waiting first. */
    Flux<WatchedLink> due(Instant now, int limit);

    /** Keeps what was judged, unless the product has got another address meanwhile. */
    Mono<Void> keep(Judgement judgement);

    /** Answers of that moment and later, oldest first. */
    Flux<LinkAnswer> answeredSince(Instant from, int limit);

    /** Links with their answers, in the order of the products' ids, those after the given one. */
    Flux<WatchedLink> find(Query query, @Nullable String after, int limit);

    /** How many links are in each state; those that were never asked are not counted. */
    Mono<Map<State, Long>> counts();

    /** Whether this process, for so long from now, is the one that asks. */
    Mono<Boolean> lead(String owner, Instant now, Duration term);

    /** Which links are wanted; null is any. */
    record Query(
            @Nullable String producerId,
            @Nullable String provinceCode,
            @Nullable State state) {}
}
