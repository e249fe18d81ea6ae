package vn.ocopmarket.storefront.payment;

import vn.ocopmarket.contract.money.Money;

/** How the beginning of a payment ended. */
public sealed interface PaymentStart {

    /** The buyer pays there. */
    record Redirect(String url) implements PaymentStart {}

    /** Nothing is to be done before the goods go out. */
    record NothingToDo() implements PaymentStart {}

    /** Cards take amounts of this range only. */
    record AmountRefused(Money least, Money most) implements PaymentStart {}

    /** Paid already, or ended; there is nothing to begin. */
    record AlreadyOver() implements PaymentStart {}

    /** The provider did not answer: nothing was charged, and the same may be tried again. */
    record Unreachable() implements PaymentStart {}
}
