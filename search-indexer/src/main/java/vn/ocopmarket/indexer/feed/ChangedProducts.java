package vn.ocopmarket.indexer.feed;

import java.util.Set;
import reactor.core.publisher.Mono;

/** What is done about changes. Everything here may be done again at any time, and more than once at the same time. */
public interface ChangedProducts {

    /**
     * Brings what these keys name up to date. Completes when that can be found by a search; an error means that some of it
     * may not be done; cancelling may leave some of it done.
     *
     * @param keys product ids or SKUs, as the feed has them
     */
    Mono<Void> refresh(Feed feed, Set<String> keys);

    /** Brings every product up to date, for a follower that the log has left behind. Completes, fails and is cancelled alike. */
    Mono<Void> refreshAll();
}
