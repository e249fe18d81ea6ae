package vn.ocopmarket.indexer.feed.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.ocopmarket.indexer.feed.FeedProgress;
import vn.ocopmarket.indexer.feed.FeedState;

/** Down when a feed has not been heard of for a minute; an instance that stands by is well. */
@Component("feedsHealthIndicator")
final class FeedsHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<FeedProgress> feeds;
    private final Clock clock;

    FeedsHealth(List<FeedProgress> feeds, Clock clock) {
        this.feeds = List.copyOf(feeds);
        this.clock = clock;
    }

    @Override
    public Health health() {
        var health = new Health.Builder();
        feeds.forEach(feed -> health.withDetail(feed.feed().label(), feed.state()));
        return (feeds.stream().allMatch(feed -> isHeard(feed.state())) ? health.up() : health.down()).build();
    }

    private boolean isHeard(FeedState state) {
        var heardAt = state.heardAt();
        return heardAt != null && heardAt.isAfter(clock.instant().minus(PATIENCE));
    }
}
