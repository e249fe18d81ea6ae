package vn.ocopmarket.storefront.payment;

/** There is not so much paid money left to give back. */
public final class RefundRefusedException extends RuntimeException {

    public RefundRefusedException(String orderId) {
        super("Order " + orderId + " has not so much paid money left to give back", null, false, false);
    }
}
