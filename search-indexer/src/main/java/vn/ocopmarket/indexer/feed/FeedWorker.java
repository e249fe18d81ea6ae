package vn.ocopmarket.indexer.feed;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Keeps this instance following the feeds while the service runs. */
final class FeedWorker implements SmartLifecycle {

    private final List<FollowingFeed> feeds;
    private Disposable running = Disposables.disposed();

    FeedWorker(List<FollowingFeed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    @Override
    public void start() {
        running = Flux.fromIterable(feeds)
                .flatMap(FollowingFeed::follow, feeds.size())
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
