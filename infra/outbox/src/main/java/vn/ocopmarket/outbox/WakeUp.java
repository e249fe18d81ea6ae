package vn.ocopmarket.outbox;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A hint inside one process that there is something to do; losing one costs no more than a poll interval. */
public final class WakeUp {

    private static final Duration CONTENTION = Duration.ofMillis(5);

    private final Sinks.Many<Boolean> hints = Sinks.many().multicast().directBestEffort();

    /** Never fails and never waits for those who listen. */
    public void signal() {
        try {
            hints.emitNext(true, Sinks.EmitFailureHandler.busyLooping(CONTENTION));
        } catch (Sinks.EmissionException ignored) {
            // Only a hint: the poll finds the work.
        }
    }

    /** Emits now, at every hint and at every tick of the poll; a slow listener gets the latest only. Never ends. */
    public Flux<Boolean> orEvery(Duration poll) {
        return Flux.merge(Flux.just(true), hints.asFlux(), Flux.interval(poll).map(_ -> true))
                .onBackpressureLatest();
    }

    /** Emits once, at the next hint or when the time is over. */
    Flux<Boolean> within(Duration atMost) {
        return Flux.merge(hints.asFlux(), Flux.interval(atMost).map(_ -> true)).take(1);
    }
}
