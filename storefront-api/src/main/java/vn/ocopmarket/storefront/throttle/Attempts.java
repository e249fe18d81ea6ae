package vn.ocopmarket.storefront.throttle;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Counters that all instances of this service share; one that has run out is gone. */
public interface Attempts {

    /** Counts one more; never empty: how many there are with it. */
    Mono<Integer> add(String key, Instant until);

    /** How many there are; empty when there is no such counter. */
    Mono<Integer> count(String key);

    /** Takes one back. Nothing happens when there is no such counter. */
    Mono<Void> takeBack(String key);
}
