package vn.ocopmarket.catalog.media;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs {@link SweepingOriginals} while the service runs; any number of instances may. */
class MediaWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MediaWorker.class);
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofHours(12);

    private final SweepingOriginals sweeping;
    private Disposable running = Disposables.disposed();

    MediaWorker(SweepingOriginals sweeping) {
        this.sweeping = sweeping;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(FIRST, PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> sweeping.sweep().onErrorResume(this::log), 1)
                .subscribe();
    }

    private Mono<Long> log(Throwable fault) {
        LOG.warn("Originals that nobody needs could not be swept; it will be tried again", fault);
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
