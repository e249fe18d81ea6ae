package vn.ocopmarket.catalog.inspection;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries out the suspensions that somebody decided and did not come to carry out; any number of instances may. */
final class InspectionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SuspendingForFindings suspending;
    private Disposable running = Disposables.disposed();

    InspectionWorker(SuspendingForFindings suspending) {
        this.suspending = suspending;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> suspending.carryOutAll().onErrorResume(this::log), 1)
                .subscribe();
    }

    private Mono<Void> log(Throwable fault) {
        LOG.warn("A suspension that was decided could not be carried out; it will be tried again", fault);
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
