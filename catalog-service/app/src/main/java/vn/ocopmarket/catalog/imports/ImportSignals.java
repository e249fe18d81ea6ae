package vn.ocopmarket.catalog.imports;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells the worker of this process that something waits; only a hint. */
final class ImportSignals {

    private final Sinks.Many<Boolean> sink = Sinks.many().multicast().directBestEffort();

    void work() {
        sink.emitNext(true, Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
    }

    Flux<Boolean> orEvery(Duration pause) {
        return Flux.merge(sink.asFlux(), Flux.interval(Duration.ZERO, pause).map(_ -> true))
                .onBackpressureLatest();
    }
}
