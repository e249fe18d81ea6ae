package vn.ocopmarket.storefront.enrolment;

import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.throttle.CountingAttempts;
import vn.ocopmarket.storefront.throttle.Limit;

/**
 * Keeps strangers from filling a mailbox, and one address from asking for everybody. Who was asked for too often by strangers
 * has the latest of their letters, whose link works.
 */
final class ResetLimits {

    private static final Limit OF_MAILBOX = new Limit("letters to mailbox", 5, Duration.ofHours(1));
    private static final Limit OF_ORIGIN = new Limit("letters from address", 20, Duration.ofMinutes(10));

    private final CountingAttempts counting;

    ResetLimits(CountingAttempts counting) {
        this.counting = counting;
    }

    /** Never empty. */
    Mono<Boolean> allow(String address, String origin) {
        return counting.begin(OF_ORIGIN, origin)
                .switchIfEmpty(counting.begin(OF_MAILBOX, address))
                .map(_ -> false)
                .defaultIfEmpty(true);
    }
}
