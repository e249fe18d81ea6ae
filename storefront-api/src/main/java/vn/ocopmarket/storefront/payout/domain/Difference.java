package vn.ocopmarket.storefront.payout.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that the provider and our books say differently.
 *
 * @param subject id at the provider, or of the order that the provider says nothing about
 * @param expected by our books
 * @param found at the provider
 */
public record Difference(
        Kind kind, String subject, @Nullable String orderNumber, long expected, long found) {

    /** What differs. */
    public enum Kind {
        /** A charge that no order of ours was paid with. */
        UNKNOWN_MONEY,
        /** A refund that nobody here asked for. */
        UNKNOWN_REFUND,
        AMOUNT_DIFFERS,
        /** The payout is of another amount than all that it settles. */
        PAYOUT_DIFFERS,
        /** The account is not kept in dong, so that its amounts cannot be compared with prices. */
        OTHER_CURRENCY,
        /** Paid by card long ago, and in no payout yet. */
        NOT_PAID_OUT
    }
}
