package vn.ocopmarket.storefront.payment;

/** How an order is paid. */
public enum PaymentMethod {
    CARD,
    /** From the buyer's bank, by a VietQR code. */
    BANK_TRANSFER,
    CASH_ON_DELIVERY
}
