package vn.ocopmarket.indexer.reconcile;

import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reconciles now and then. */
final class ReconcileWorker implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger(ReconcileWorker.class.getName());

    private final ReconcilingIndex reconciling;
    private final ReconcileSettings settings;
    private Disposable running = Disposables.disposed();

    ReconcileWorker(ReconcilingIndex reconciling, ReconcileSettings settings) {
        this.reconciling = reconciling;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Flux.interval(settings.first(), settings.every())
                .onBackpressureDrop()
                .concatMap(_ -> reconcile(), 1)
                .subscribe();
    }

    private Mono<Reconciliation> reconcile() {
        return reconciling
                .reconcile()
                .doOnError(failure ->
                        LOG.log(System.Logger.Level.WARNING, "Cannot reconcile now: {0}", String.valueOf(failure)))
                .onErrorComplete();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
