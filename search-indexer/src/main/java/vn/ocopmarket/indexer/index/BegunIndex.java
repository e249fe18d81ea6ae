package vn.ocopmarket.indexer.index;

import java.time.Instant;
import java.util.Map;
import vn.ocopmarket.indexer.feed.Feed;

/**
 * An index that somebody began to fill behind the alias.
 *
 * @param positions how far the followers were when it was begun: what changed later may be missing in it
 */
public record BegunIndex(String name, Instant since, Map<Feed, Long> positions) {

    public BegunIndex {
        positions = Map.copyOf(positions);
    }
}
