package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, for the buyer to read.
 *
 * @param what a word of {@code order.timeline.*} in the bundles
 * @param detail a code or words of staff, or null
 */
public record TimelineEntry(Instant at, What what, @Nullable String detail) {

    private static final Set<What> OF_MONEY = EnumSet.of(
            What.PAID_IN_PART,
            What.REFUNDED_IN_PART,
            What.DISPUTED,
            What.DISPUTE_ANSWERED,
            What.DISPUTE_WON,
            What.DISPUTE_LOST);

    /** What may happen. */
    public enum What {
        PLACED,
        CONFIRMED,
        PAID,
        PAID_IN_PART,
        /** Units were taken out before they were packed. */
        DROPPED,
        PACKED,
        UNPACKED,
        READDRESSED,
        READY_FOR_PICKUP,
        PICKUP_REMINDED,
        HANDED_OVER,
        TRACKED,
        ATTEMPT_FAILED,
        DELIVERED,
        RETURNED,
        CANCELLED,
        EXPIRED,
        REFUND_REQUESTED,
        REFUNDED,
        REFUNDED_IN_PART,
        DISPUTED,
        DISPUTE_ANSWERED,
        DISPUTE_WON,
        DISPUTE_LOST
    }

    /** How much money it is about; null when it is about none. */
    public @Nullable Long amount() {
        return detail != null && OF_MONEY.contains(what) ? Long.valueOf(detail.split(" ", 2)[0]) : null;
    }
}
