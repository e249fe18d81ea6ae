package vn.ocopmarket.catalog.imports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Runs waiting imports one after the other while the service runs. */
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final RunningImports imports;
    private final ImportSignals signals;
    private final ImportSettings settings;
    private Disposable running = Disposables.disposed();

    ImportWorker(RunningImports imports, ImportSignals signals, ImportSettings settings) {
        this.imports = imports;
        this.signals = signals;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        running = signals.orEvery(settings.poll())
                .concatMap(
                        _ -> imports.runOne()
                                .repeat()
                                .takeWhile(found -> found)
                                .then()
                                .onErrorResume(this::log),
                        1)
                .subscribe();
    }

    private Mono<Void> log(Throwable fault) {
        LOG.warn("An import is interrupted and will be tried again", fault);
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
