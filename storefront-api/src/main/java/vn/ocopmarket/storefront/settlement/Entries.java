package vn.ocopmarket.storefront.settlement;

import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Placed;

/** Keeps what is to be settled. An entry never changes; only whose statement it belongs to is decided, once. */
public interface Entries {

    /** Adds those that are not there yet; gives how many were. */
    Mono<Long> add(Collection<Entry> entries);

    /** Everything up to that day that belongs to no statement. */
    Flux<Entry> unsettled(LocalDate until);

    /** The same of one producer, the oldest first. */
    Flux<Entry> unsettled(String sellerId, LocalDate until, int limit);

    /** Gives those of them that belong to no statement to this one. */
    Mono<Void> claim(Collection<String> ids, String statementId);

    /** What belongs to a statement, the oldest first. */
    Flux<Entry> of(String statementId);

    /** The same, whether it can be read or not. */
    Flux<Reading<Entry>> readings(String statementId);

    /** How many belong to a statement. */
    Mono<Long> count(String statementId);

    /** Those of these ids that there are. */
    Flux<Entry> withIds(Collection<String> ids);

    /** The same, with where they count. */
    Flux<Placed> placed(Collection<String> ids);

    /** All there are, a page at a time, in the order of their ids. */
    Flux<Reading<Placed>> all();

    /** How many of them belong to a statement. */
    Mono<Long> claimed();

    /** Takes from a statement what it was written without; gives how many. */
    Mono<Long> release(String statementId, Collection<String> written);
}
