package vn.ocopmarket.storefront.payment;

import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;

/**
 * The order's side of a payment, told by webhook, browser return and reconciliation alike. Every call comes at least
 * once, perhaps many times and side by side. Complete: applied, now or before. Error: told again later.
 */
public interface PaymentOutcomes {

    /** The money is in. An order that can no longer be fulfilled asks for a refund in here. */
    Mono<Void> paid(String orderId, Money amount);

    /** Some of the money came, and this much is owed still. */
    Mono<Void> paidInPart(String orderId, Money owed);

    /** It will not be paid any more. */
    Mono<Void> failed(String orderId, String reason);

    /** The buyer's bank takes this money back, or has decided about it. */
    Mono<Void> disputed(String orderId, String disputeId, Dispute stage, Money amount);

    /** How far a dispute is. */
    enum Dispute {
        OPENED,
        ANSWERED,
        WON,
        LOST
    }

    /** The provider gave this money back. */
    Mono<Void> refunded(String orderId, String refundId, Money amount);
}
