package vn.ocopmarket.storefront.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, for the buyer to read.
 *
 * @param what a word of {@code order.timeline.*} in the bundles
 * @param detail a code or words of staff, or null
 */
public record TimelineEntry(Instant at, What what, @Nullable String detail) {

    /** What may happen. */
    public enum What {
        PLACED,
        CONFIRMED,
        PAID,
        PACKED,
        HANDED_OVER,
        DELIVERED,
        CANCELLED,
        EXPIRED,
        REFUND_REQUESTED,
        REFUNDED
    }
}
