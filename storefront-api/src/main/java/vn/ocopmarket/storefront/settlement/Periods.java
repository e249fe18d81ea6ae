package vn.ocopmarket.storefront.settlement;

import java.time.YearMonth;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Period.Trouble;

/** Keeps the months that are closed, or being closed. */
public interface Periods {

    /** Gives the one that is kept: this, or the one that somebody else began before for the same month, or after the same. */
    Mono<Period> begin(Period period);

    /** Whose statements cannot be written, instead of what was kept before; nothing once it is closed. */
    Mono<Void> keep(YearMonth month, List<Trouble> troubles);

    /** Closes it unless it is closed. */
    Mono<Void> close(YearMonth month, Period.Closing closing);

    /** Empty when nobody has begun it. */
    Mono<Period> find(YearMonth month);

    /** The newest first. */
    Flux<Period> all();

    /** The oldest first, whether they can be read or not. */
    Flux<Reading<Period>> readings();
}
