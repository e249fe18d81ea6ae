package vn.ocopmarket.storefront.pos;

import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;

/** Booked sales that whoever settles with producers has not entered yet; each waits from its booking on. */
public interface SalesToEnter {

    /** The oldest first. */
    Flux<Reading<CounterSale>> waiting(int limit);

    /** These wait no more. */
    Mono<Void> entered(Collection<String> ids);

    /** The day of the oldest that waits. Empty when none does. */
    Mono<LocalDate> oldest();
}
