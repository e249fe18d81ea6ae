package vn.ocopmarket.catalog;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does something again and again while the service runs, one run at a time. Any number of instances may. */
public final class PeriodicWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWorker.class);

    private final String what;
    private final Duration first;
    private final Duration pause;
    private final Supplier<Mono<?>> work;
    private Disposable running = Disposables.disposed();

    /**
     * @param what is done, for the log when it could not be
     * @param first until the first run
     * @param work one run; safe to repeat, since a run that fails or is cut off is made up for by the next
     */
    public PeriodicWorker(String what, Duration first, Duration pause, Supplier<Mono<?>> work) {
        this.what = what;
        this.first = first;
        this.pause = pause;
        this.work = work;
    }

    public PeriodicWorker(String what, Duration pause, Supplier<Mono<?>> work) {
        this(what, pause, pause, work);
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(first, pause)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.defer(work).then().onErrorResume(this::log), 1)
                .subscribe();
    }

    private Mono<Void> log(Throwable fault) {
        LOG.warn("Not done, it will be tried again: {}", what, fault);
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
