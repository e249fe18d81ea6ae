package vn.ocopmarket.storefront.checkout;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AlreadyOver;

/** Pays an order that waits for its payment another way, or the same way afresh; the way before is closed first. */
public final class PayingOtherwise {

    private final OrderBook book;
    private final BeginningPayment payments;

    PayingOtherwise(OrderBook book, BeginningPayment payments) {
        this.book = book;
        this.payments = payments;
    }

    /** Never empty; {@code AlreadyOver} when the order does not wait any more. Fails when the provider is silent. */
    public Mono<PaymentStart> pay(String orderId, PaymentMethod method) {
        return book.orders()
                .find(orderId)
                .filter(order -> order.state() == OrderState.PLACED
                        && method != PaymentMethod.CASH_ON_DELIVERY
                        && payments.offers(method))
                .flatMap(order -> payments.beginAgain(order.id(), method))
                .defaultIfEmpty(new AlreadyOver());
    }
}
