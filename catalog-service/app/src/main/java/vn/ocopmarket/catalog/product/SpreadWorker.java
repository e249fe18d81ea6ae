package vn.ocopmarket.catalog.product;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs {@link SpreadingProducers} while the service runs; any number of instances may. */
class SpreadWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SpreadWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final SpreadingProducers spreading;
    private Disposable running = Disposables.disposed();

    SpreadWorker(SpreadingProducers spreading) {
        this.spreading = spreading;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> spreading.run().onErrorResume(this::log), 1)
                .subscribe();
    }

    private Mono<Void> log(Throwable fault) {
        LOG.warn("Products could not be told of a producer's new name; it will be tried again", fault);
        return Mono.empty();
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
