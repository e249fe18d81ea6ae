package vn.ocopmarket.storefront.returning;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Step;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** All requests; every change names the request as it was read and is made only while no step was taken since, and whatever follows from it is due until somebody says it is done. */
public interface BuyerRequests {

    /** Empty when the id is taken. */
    Mono<BuyerRequest> add(BuyerRequest request, Instant due);

    /** Empty when there is none. */
    Mono<BuyerRequest> find(String id);

    /** All of an order, in their order. */
    Flux<BuyerRequest> ofOrder(String orderId);

    /**
     * Takes a step that its state allows; empty when it went on meanwhile.
     *
     * @param reception what came back, if that is the step
     */
    Mono<BuyerRequest> step(BuyerRequest from, Step step, @Nullable Reception reception, Instant due);

    /** The money went back in another way; empty when it goes on by itself, or is elsewhere. */
    Mono<BuyerRequest> settleOtherwise(BuyerRequest from, Step step, Instant due);

    /** It may go on by itself again; empty when nothing kept it from that, or when it is elsewhere. */
    Mono<BuyerRequest> resume(BuyerRequest at, Instant due);

    /** What follows failed once more and is tried again then. */
    Mono<Void> later(BuyerRequest at, Instant due);

    /** It does not go on by itself. */
    Mono<BuyerRequest> stuck(BuyerRequest at, String trouble);

    /** All that follows from the state has been done; empty when it is elsewhere. */
    Mono<BuyerRequest> settled(BuyerRequest at);

    /**
     * Something is to be done.
     *
     * @param failures how often that failed already
     */
    record Due(BuyerRequest request, int failures) {}

    /** What is due, the longest first. */
    Flux<Due> due(Instant now, int limit);

    /**
     * What staff look for.
     *
     * @param state null for all that is open
     * @param locations of which all of the goods came; null for all
     */
    record Sieve(@Nullable RequestState state, @Nullable Set<String> locations) {}

    /** Oldest first, for staff; {@code after} is the id of the last seen. */
    Flux<BuyerRequest> page(Sieve sieve, @Nullable String after, int limit);
}
