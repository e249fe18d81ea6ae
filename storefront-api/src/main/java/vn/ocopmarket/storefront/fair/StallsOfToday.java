package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.nearby.OpenStalls;

/** The stalls of the fairs that are on today; the latest fairs are read, and none lasts longer than three months. */
final class StallsOfToday implements OpenStalls {

    private static final int MOST = 200;

    private final Fairs fairs;
    private final Clock clock;

    StallsOfToday(Fairs fairs, Clock clock) {
        this.fairs = fairs;
        this.clock = clock;
    }

    @Override
    public Mono<Set<String>> today() {
        return Mono.defer(() -> {
            var today = LocalDate.now(clock);
            return fairs.published(MOST)
                    .filter(fair -> isOn(fair, today))
                    .flatMapIterable(fair ->
                            fair.plan().stalls().stream().map(fair::locationOf).toList())
                    .collect(Collectors.toSet());
        });
    }

    private static boolean isOn(Fair fair, LocalDate day) {
        var period = fair.plan().period();
        return fair instanceof Fair.Published && !day.isBefore(period.first()) && !period.isOverOn(day);
    }
}
