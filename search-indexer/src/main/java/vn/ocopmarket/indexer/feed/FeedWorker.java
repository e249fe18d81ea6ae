package vn.ocopmarket.indexer.feed;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Keeps this instance following the feeds while the service runs, and hands them over when it stops. */
final class FeedWorker implements SmartLifecycle {

    private final List<FollowingFeed> feeds;
    private final LeasedWork leased;
    private final AtomicReference<Runnable> whenEnded = new AtomicReference<>(() -> {});
    private Disposable running = Disposables.disposed();

    FeedWorker(List<FollowingFeed> feeds, LeasedWork leased) {
        this.feeds = List.copyOf(feeds);
        this.leased = leased;
    }

    @Override
    public void start() {
        running = Flux.fromIterable(feeds)
                .flatMap(FollowingFeed::follow, feeds.size())
                .doFinally(_ -> whenEnded.get().run())
                .subscribe();
    }

    /** Done when the leases are given back, so that another instance goes on at once. */
    @Override
    public void stop(Runnable callback) {
        whenEnded.set(callback);
        if (isRunning()) {
            leased.end();
        } else {
            callback.run();
        }
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
