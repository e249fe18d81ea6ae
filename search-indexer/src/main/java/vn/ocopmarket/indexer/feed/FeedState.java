package vn.ocopmarket.indexer.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How this instance is doing with a feed.
 *
 * @param active whether it follows the feed; otherwise it stands by
 * @param position the number of the last change that is searchable
 * @param heardAt when the other service last answered, or null
 * @param failure what went wrong since, or null
 */
public record FeedState(
        boolean active,
        long position,
        @Nullable Instant heardAt,
        @Nullable String failure) {

    static final FeedState INITIAL = new FeedState(false, 0, null, null);
}
