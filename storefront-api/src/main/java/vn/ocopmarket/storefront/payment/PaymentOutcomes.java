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

    /** It will not be paid any more. */
    Mono<Void> failed(String orderId, String reason);

    /** The provider gave this money back. */
    Mono<Void> refunded(String orderId, String refundId, Money amount);
}
