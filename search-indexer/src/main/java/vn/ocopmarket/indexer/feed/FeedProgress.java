package vn.ocopmarket.indexer.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import vn.ocopmarket.contract.feed.Change;

/** Keeps and measures how this instance is doing with one feed. */
public final class FeedProgress {

    private final Feed feed;
    private final Clock clock;
    private final AtomicReference<FeedState> state = new AtomicReference<>(FeedState.INITIAL);
    private final Timer freshness;
    private final Counter failures;

    FeedProgress(Feed feed, Clock clock, MeterRegistry meters) {
        this.feed = feed;
        this.clock = clock;
        this.freshness = Timer.builder("ocop.indexer.freshness")
                .description("From the commit of a change to the moment when a search finds it")
                .tag("feed", feed.label())
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
        this.failures = Counter.builder("ocop.indexer.feed.failures")
                .description("How often following the feed broke off")
                .tag("feed", feed.label())
                .register(meters);
        Gauge.builder("ocop.indexer.feed.position", state, value -> value.get().position())
                .tag("feed", feed.label())
                .register(meters);
        Gauge.builder("ocop.indexer.feed.active", state, value -> value.get().active() ? 1 : 0)
                .tag("feed", feed.label())
                .register(meters);
    }

    public Feed feed() {
        return feed;
    }

    public FeedState state() {
        return state.get();
    }

    void reached(long position) {
        var now = clock.instant();
        state.updateAndGet(_ -> new FeedState(true, position, now, null));
    }

    void heard() {
        var now = clock.instant();
        state.updateAndGet(last -> new FeedState(true, last.position(), now, null));
    }

    void standsBy() {
        var now = clock.instant();
        state.updateAndGet(last -> new FeedState(false, last.position(), now, null));
    }

    void failed(Throwable failure) {
        failures.increment();
        state.updateAndGet(last -> new FeedState(last.active(), last.position(), last.heardAt(), failure.toString()));
    }

    void searchable(List<Change> changes) {
        var now = clock.instant();
        for (var change : changes) {
            freshness.record(Duration.between(change.at(), now));
        }
    }
}
