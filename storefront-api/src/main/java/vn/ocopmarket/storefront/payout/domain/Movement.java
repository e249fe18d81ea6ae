package vn.ocopmarket.storefront.payout.domain;

import org.jspecify.annotations.Nullable;

/**
 * One movement of money that a payout settles.
 *
 * @param source id of the charge, refund or dispute at the provider
 * @param subject what of ours it is about
 * @param fee what the provider took; negative for what it gave back
 */
public record Movement(String id, Kind kind, String source, Subject subject, long gross, long fee) {

    /** Why money moved. */
    public enum Kind {
        CHARGE,
        REFUND,
        /** A buyer's bank took it back, or gave it back. */
        DISPUTE,
        /** Something else that the provider took or gave. */
        OTHER
    }

    /**
     * What of ours a movement is about, as far as the provider knows it.
     *
     * @param intentId the money
     * @param refundId the refund, by our own id
     */
    public record Subject(
            @Nullable String orderId,
            @Nullable String orderNumber,
            @Nullable String intentId,
            @Nullable String refundId) {

        public static final Subject UNKNOWN = new Subject(null, null, null, null);

        Subject numbered(String number) {
            return new Subject(orderId, number, intentId, refundId);
        }
    }

    public long net() {
        return gross - fee;
    }

    Movement numbered(String orderNumber) {
        return new Movement(id, kind, source, subject.numbered(orderNumber), gross, fee);
    }
}
