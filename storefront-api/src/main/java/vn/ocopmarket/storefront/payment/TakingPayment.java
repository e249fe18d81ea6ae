package vn.ocopmarket.storefront.payment;

import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;

/** Takes and returns the money of one order; every call may be repeated and gives the same end state. */
public interface TakingPayment {

    /**
     * Begins the payment of an order; again for the same order gives the same place to pay while that is open.
     * Never empty; fails only when our own store does. Cancelling may leave a session that reconciliation ends.
     */
    Mono<PaymentStart> start(PaymentRequest request);

    /** Whether orders can be paid that way here. */
    boolean offers(PaymentMethod method);

    /**
     * Begins the payment of the same order another way: what was open is ended first, so that one way is open at a time.
     * {@code AlreadyOver} when it was paid meanwhile or has ended. Fails when the provider is silent.
     */
    Mono<PaymentStart> startAgain(String orderId, PaymentMethod method);

    /** Ends an unpaid payment, so that nobody can pay it any more. Never empty; fails when the provider is silent. */
    Mono<PaymentEnd> end(String orderId);

    /**
     * Gives money back; complete once the refund is reserved durably, and carried on until the provider has it.
     * More than was paid, or nothing paid, fails with {@link RefundRefusedException}.
     *
     * @param refundId chosen by the caller, the same at every try
     */
    Mono<Void> refund(String orderId, String refundId, Money amount, String reason);

    /**
     * Gives back what is left of what the order paid, in the same way. Never empty.
     *
     * @param refundId chosen by the caller, the same at every try; what a bank lets go of later has an id that begins so
     */
    Mono<Rest> refundRest(String orderId, String refundId, String reason);

    /** What became of what was left of an order's money. */
    enum Rest {
        /** It is on its way. */
        GOING_BACK,
        /** It is back, or there was nothing. */
        NOTHING_LEFT,
        /** The buyer's bank has some of it and has not decided; to be asked again when it has. */
        CONTESTED
    }

    /** The buyer came back: asks the provider now rather than waiting for its word. Complete also when it is silent. */
    Mono<Void> check(String orderId);

    /** There is not so much paid money left to give back. */
    final class RefundRefusedException extends RuntimeException {

        public RefundRefusedException(String orderId) {
            super("Order " + orderId + " has not so much paid money left to give back", null, false, false);
        }
    }

    /** How ending an unpaid payment ended. */
    sealed interface PaymentEnd {

        /** Nobody can pay it any more. */
        record Ended() implements PaymentEnd {}

        /** The money came before: the order is told, or was. */
        record AlreadyPaid() implements PaymentEnd {}
    }

    /** How the beginning of a payment ended. */
    sealed interface PaymentStart {

        /** The buyer pays there. */
        record Redirect(String url) implements PaymentStart {}

        /** The buyer transfers the money from a bank, with this word in the text. */
        record ToTransfer(String reference) implements PaymentStart {}

        /** Nothing is to be done before the goods go out. */
        record NothingToDo() implements PaymentStart {}

        /** That way takes amounts of this range only. */
        record AmountRefused(Money least, Money most) implements PaymentStart {}

        /** Paid already, or ended; there is nothing to begin. */
        record AlreadyOver() implements PaymentStart {}

        /** The provider did not answer: nothing was charged, and the same may be tried again. */
        record Unreachable() implements PaymentStart {}
    }
}
