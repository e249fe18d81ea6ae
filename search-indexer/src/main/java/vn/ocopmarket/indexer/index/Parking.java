package vn.ocopmarket.indexer.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Puts aside what cannot be indexed. */
final class Parking {

    private final ParkedProducts parked;
    private final Clock clock;
    private final Counter count;

    Parking(ParkedProducts parked, Clock clock, MeterRegistry meters) {
        this.parked = parked;
        this.clock = clock;
        this.count = Counter.builder("ocop.indexer.parked")
                .description("Products put aside because they could not be indexed")
                .register(meters);
    }

    Mono<Void> park(String id, String reason) {
        return Mono.defer(() -> {
            count.increment();
            return parked.park(new ParkedProduct(id, reason, clock.instant()));
        });
    }

    Mono<Void> release(Collection<String> ids) {
        return ids.isEmpty() ? Mono.empty() : parked.release(ids);
    }
}
