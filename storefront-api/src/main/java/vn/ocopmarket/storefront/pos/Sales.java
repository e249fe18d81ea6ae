package vn.ocopmarket.storefront.pos;

import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.domain.Draft;
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

    /** Gives it the next receipt number of its location and day, without gaps. Booked before: as it was booked then. */
    Mono<Sale.Booked> book(Sale.Booking booking);

    /** Throws a draft away; nothing when it has changed meanwhile. */
    Mono<Void> discard(Draft draft);

    /** Of one location and one day in Vietnam, the latest first. */
    Flux<Sale.Booked> bookedOn(String locationId, LocalDate day);

    /** Bookings that began before the moment and have not ended. */
    Flux<Sale.Booking> unfinishedSince(Instant moment);
}
