package vn.ocopmarket.indexer.feed;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.ChangePage;

/** The numbered logs of the other services. */
public interface ChangeLogs {

    /**
     * The next changes after a number; a page without items when none comes within the wait. Never empty; an error when the
     * service does not answer; cancelling ends the wait.
     */
    Mono<ChangePage> read(Feed feed, long after, int limit, Duration wait);
}
