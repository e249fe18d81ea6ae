package vn.ocopmarket.catalog.feed;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.ChangePage;

/** The log of changes. */
public interface Changes {

    /** The entries after a number, or an empty page when none came within the wait; fails when the store does not answer. */
    Mono<ChangePage> after(long number, int limit, Duration wait);
}
