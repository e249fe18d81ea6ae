package vn.ocopmarket.service;

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
    private final Supplier<Flux<?>> ticks;
    private final Supplier<Mono<?>> work;
    private Disposable running = Disposables.disposed();

    /**
     * @param what is done, for the log when it could not be
     * @param ticks of which each begins a run; what is too fast for the runs it drops itself
     * @param work one run; safe to repeat, since a run that fails or is cut off is made up for by the next
     */
    public PeriodicWorker(String what, Supplier<Flux<?>> ticks, Supplier<Mono<?>> work) {
        this.what = what;
        this.ticks = ticks;
        this.work = work;
    }

    /** @param first until the first run */
    public PeriodicWorker(String what, Duration first, Duration pause, Supplier<Mono<?>> work) {
        this(what, () -> Flux.interval(first, pause).onBackpressureDrop(), work);
    }

    public PeriodicWorker(String what, Duration pause, Supplier<Mono<?>> work) {
        this(what, pause, pause, work);
    }

    @Override
    public synchronized void start() {
        running = ticks.get()
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
