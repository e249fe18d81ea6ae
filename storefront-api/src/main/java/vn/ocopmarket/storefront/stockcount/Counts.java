package vn.ocopmarket.storefront.stockcount;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.stockcount.domain.CountLine.Look;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** All counts; every change names the state it leaves and gives the count after it, or nothing when it is elsewhere. */
public interface Counts {

    /** Begins it; when the id is known or the location is being counted, that count is given back. */
    Mono<StockCount> begin(StockCount count);

    /** Empty when there is none. */
    Mono<StockCount> find(String id);

    /** Adds a look while the count goes on; one that is there already stays as it is. */
    Mono<StockCount> look(String id, CountedLot what, Look look);

    /** From one state to the next; {@code by} is kept as who approved, unless null. */
    Mono<StockCount> enter(String id, StockCount.State from, StockCount.State to, @Nullable String by, Instant at);

    /** Everything is counted, if nobody has looked again since the count was seen. */
    Mono<StockCount> submitted(StockCount seen, Instant at);

    /** The differences are booked, but for those of these lines. */
    Mono<StockCount> booked(String id, Set<String> blocked);

    /** Those whose booking began before the moment and did not end. */
    Flux<StockCount> unfinishedSince(Instant moment, int limit);

    /** Newest first. */
    Flux<StockCount> of(String location, int limit);
}
