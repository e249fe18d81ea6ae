package vn.ocopmarket.storefront.promotion;

/** What came of using vouchers for an order. */
public sealed interface Redemption {

    /** All of them are the order's. */
    record Redeemed() implements Redemption {}

    /** One of them is not to be had; the order may have others. */
    record NotRedeemed(VoucherRefusal why) implements Redemption {}
}
