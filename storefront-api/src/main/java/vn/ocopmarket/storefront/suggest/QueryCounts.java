package vn.ocopmarket.storefront.suggest;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.suggest.domain.DayCount;

/** Counts of all instances of this service, of the last weeks. */
public interface QueryCounts {

    /** Adds to what is counted; when a day has no more room only to what is there already. */
    Mono<Void> add(List<DayCount> counts);

    /** Of this day and later. */
    Flux<DayCount> since(LocalDate day);
}
