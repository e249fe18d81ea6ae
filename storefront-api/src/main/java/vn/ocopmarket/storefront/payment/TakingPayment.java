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

    /** Ends an unpaid payment, so that nobody can pay it any more. Never empty; fails when the provider is silent. */
    Mono<PaymentEnd> end(String orderId);

    /**
     * Gives money back; complete once the refund is reserved durably, and carried on until the provider has it.
     * More than was paid, or nothing paid, fails with {@link RefundRefusedException}.
     *
     * @param refundId chosen by the caller, the same at every try
     */
    Mono<Void> refund(String orderId, String refundId, Money amount, String reason);

    /** The buyer came back: asks the provider now rather than waiting for its word. Complete also when it is silent. */
    Mono<Void> check(String orderId);
}
