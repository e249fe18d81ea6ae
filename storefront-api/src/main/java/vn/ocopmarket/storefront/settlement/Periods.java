package vn.ocopmarket.storefront.settlement;

import java.time.YearMonth;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.domain.Period;

/** Keeps the months that are closed, or being closed. */
public interface Periods {

    /** Gives the one that is kept: this, or the one that somebody else began before for the same month, or after the same. */
    Mono<Period> begin(Period period);

    /** Closes it unless it is closed. */
    Mono<Void> close(YearMonth month, Period.Closing closing);

    /** Empty when nobody has begun it. */
    Mono<Period> find(YearMonth month);

    /** The newest first. */
    Flux<Period> all();
}
