package vn.ocopmarket.storefront.pos;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Goods;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Stock;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Till;

/** The sales of all counters. A seller has at most one that is not booked at each location. */
public interface Sales {

    /** Empty when there is none. */
    Mono<Sale> find(String id);

    /** The one that is not booked yet; empty when there is none. */
    Mono<Sale> openAt(Till till);

    /** Stores a draft or a booking over the version before it; false when another change came first. */
    Mono<Boolean> store(Sale sale);

    /**
     * Gives it the next receipt number of its location and day, without gaps. Booked before: as it was booked then.
     *
     * @param owned how many units of each SKU were the market's own
     */
    Mono<Sale.Booked> book(Sale.Booking booking, Map<String, Long> owned);

    /** Throws a draft away; nothing when it has changed meanwhile. */
    Mono<Void> discard(Draft draft);

    /** Of one location and one day in Vietnam, the latest first. */
    Flux<Sale.Booked> bookedOn(String locationId, LocalDate day);

    /**
     * A booking that has not ended.
     *
     * @param failures how often somebody went on with it in vain
     */
    record Unfinished(Sale.Booking booking, int failures) {}

    /** Bookings that began before the moment and have not ended, whose next try is due and that are not parked. */
    Flux<Unfinished> unfinishedSince(Instant moment, Instant now);

    /**
     * Going on with it failed; nothing when it has moved since.
     *
     * @param again when it is tried again; null when it is parked for a person
     */
    Mono<Void> failed(Sale.Booking booking, String why, @Nullable Instant again);

    /**
     * A booking that waits for a person.
     *
     * @param about where it was sold, and for how much
     */
    record Stuck(String id, String about, String why, int failures, Instant since) {}

    /** The oldest first. */
    Flux<Stuck> parked(int limit);

    /** Is tried again; false when it is not parked, or not any more. */
    Mono<Boolean> replay(String id);

    /** Who gives up a sale, and where its goods are. */
    record Drop(String why, String by, Instant at, Goods goods) {}

    /**
     * Nobody will finish it, nor find it, and its seller may sell again; stock has yet to follow. Empty when it is not parked,
     * or not any more.
     */
    Mono<DroppedSale> drop(String id, Drop drop);

    /** Stock follows where the goods of a dropped sale are. */
    Mono<Void> settled(DroppedSale sale, Stock stock);

    /** Those whose stock has to follow. */
    Flux<DroppedSale> droppedAndOpen(int limit);

    /** Of one location and one day in Vietnam. */
    Flux<DroppedSale> droppedOn(String locationId, LocalDate day);
}
