package vn.ocopmarket.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import vn.ocopmarket.outbox.OutboxLag;
import vn.ocopmarket.outbox.Relay;

/** Runs the relay as long as the service runs, and measures how long events wait for it. */
public final class RelayWorker implements SmartLifecycle {

    private static final Duration MEASURE_EVERY = Duration.ofSeconds(15);

    private final Relay relay;
    private final OutboxLag lag;
    private final AtomicLong oldestPendingMillis = new AtomicLong();
    private Disposable running = Disposables.disposed();

    public RelayWorker(Relay relay, OutboxLag lag, MeterRegistry meters) {
        this.relay = relay;
        this.lag = lag;
        Gauge.builder("outbox.oldest.pending", oldestPendingMillis, millis -> millis.get() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest event that nobody could be told of yet")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        var measuring = Flux.interval(MEASURE_EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> lag.oldestPending().onErrorComplete())
                .doOnNext(age -> oldestPendingMillis.set(age.toMillis()));
        running = Disposables.composite(relay.run().subscribe(), measuring.subscribe());
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }
}
