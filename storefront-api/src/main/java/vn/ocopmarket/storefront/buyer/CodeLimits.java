package vn.ocopmarket.storefront.buyer;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Keeps strangers from filling a mailbox and from guessing. Letters to one address are counted by who asks first, so that a
 * stranger does not keep its owner from signing in. Guessing is slow: a code takes five tries, and each needs a letter.
 */
final class CodeLimits {

    private static final Limit FROM_ORIGIN = new Limit("buyer codes from address", 20, Duration.ofMinutes(10));
    private static final Limit TO_MAILBOX_FROM_ORIGIN =
            new Limit("buyer codes from address to mailbox", 5, Duration.ofMinutes(30));
    private static final Limit TO_MAILBOX = new Limit("buyer codes to mailbox", 20, Duration.ofHours(1));
    private static final Limit TRIES = new Limit("buyer codes tried", 60, Duration.ofMinutes(10));

    private final CountingAttempts counting;

    CodeLimits(CountingAttempts counting) {
        this.counting = counting;
    }

    /** How long to wait before a letter is sent. Empty when one is. */
    Mono<Duration> ask(String address, String origin) {
        return counting.begin(FROM_ORIGIN, origin)
                .switchIfEmpty(counting.begin(TO_MAILBOX_FROM_ORIGIN, origin + " " + address))
                .switchIfEmpty(counting.begin(TO_MAILBOX, address));
    }

    /** How long to wait before a code is looked at. Empty when it is. */
    Mono<Duration> tryOne(String origin) {
        return counting.begin(TRIES, origin);
    }

    /** A right one is not held against anybody. */
    Mono<Void> wasRight(String origin) {
        return counting.forgive(TRIES, origin);
    }
}
