package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody must look at a payment again.
 *
 * @param dueAt null when there is nothing to do
 * @param tries that failed since the last success
 */
public record Schedule(@Nullable Instant dueAt, int tries) {

    private static final int MOST_DOUBLINGS = 8;

    /** After one more failure: 2 seconds, 4, 8 … about 8 minutes. */
    public Schedule afterFailure(Instant now) {
        return new Schedule(now.plusSeconds(2L << Math.min(tries, MOST_DOUBLINGS - 1)), tries + 1);
    }
}
