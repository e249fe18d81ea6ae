package vn.ocopmarket.storefront.order;

import java.util.Set;

/** Where the money of an order is. */
public enum PaymentState implements Axis<PaymentState> {
    /** The buyer is to pay now. */
    AWAITING,
    /** The buyer pays when the goods come. */
    ON_DELIVERY,
    PAID,
    /** Nobody will pay. */
    ENDED,
    /** The money is on its way back. */
    REFUND_PENDING,
    REFUNDED;

    @Override
    public Set<PaymentState> allowed() {
        return switch (this) {
            case AWAITING -> Set.of(PAID, ENDED, REFUND_PENDING);
            case ON_DELIVERY -> Set.of(PAID, ENDED);
            case PAID -> Set.of(REFUND_PENDING);
            case ENDED -> Set.of(PAID, REFUND_PENDING);
            case REFUND_PENDING -> Set.of(REFUNDED);
            case REFUNDED -> Set.of();
        };
    }
}
