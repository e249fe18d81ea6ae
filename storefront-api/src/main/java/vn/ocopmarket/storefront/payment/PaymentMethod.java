package vn.ocopmarket.storefront.payment;

/** How an order is paid. */
public enum PaymentMethod {
    CARD,
    CASH_ON_DELIVERY
}
