package vn.ocopmarket.storefront.payment;

/** How ending an unpaid payment ended. */
public sealed interface PaymentEnd {

    /** Nobody can pay it any more. */
    record Ended() implements PaymentEnd {}

    /** The money came before: the order is told, or was. */
    record AlreadyPaid() implements PaymentEnd {}
}
