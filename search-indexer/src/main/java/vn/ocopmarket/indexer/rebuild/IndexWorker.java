package vn.ocopmarket.indexer.rebuild;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes the index at the start of the service, as soon as the store answers, and again should it ever be gone. */
final class IndexWorker implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger(IndexWorker.class.getName());
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(5);

    private final RebuildingIndex index;
    private Disposable running = Disposables.disposed();

    IndexWorker(RebuildingIndex index) {
        this.index = index;
    }

    @Override
    public void start() {
        running = Mono.defer(index::ensure)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST)
                        .maxBackoff(MOST)
                        .doBeforeRetry(signal -> LOG.log(
                                System.Logger.Level.WARNING,
                                "Cannot make the index yet: {0}",
                                String.valueOf(signal.failure()))))
                .repeatWhen(looks -> looks.delayElements(MOST))
                .subscribe();
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
