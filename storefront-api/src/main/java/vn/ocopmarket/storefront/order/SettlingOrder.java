package vn.ocopmarket.storefront.order;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.payment.RefundRefusedException;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** What is left to do when an order has ended: its stock is free, its money goes back. May be repeated at any time. */
public final class SettlingOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingOrder.class);

    private final Orders orders;
    private final HoldingStock stock;
    private final TakingPayment payments;

    SettlingOrder(Orders orders, HoldingStock stock, TakingPayment payments) {
        this.orders = orders;
        this.stock = stock;
        this.payments = payments;
    }

    /**
     * Settles an order that ended and lets no worker look at it again. Complete when all is done, or when it is not an
     * ended order.
     */
    public Mono<Void> settle(Order order) {
        return switch (order.state()) {
            case CANCELLED, EXPIRED, REFUSED ->
                giveBack(order)
                        .then(orders.change(
                                order.id(), OrderChange.from(order.state()).settled()))
                        .then();
            case PREPARING, PLACED, CONFIRMED, COMPLETED -> Mono.empty();
        };
    }

    /**
     * Does the same now, but leaves the order due: a step of a finisher that lost the race may still be on its way, and the
     * worker looks after it. Never fails; the worker tries again what failed.
     */
    public Mono<Void> settleSoon(Order order) {
        return giveBack(order).onErrorResume(failure -> {
            LOG.warn("Order {} is settled later: {}", order.id(), failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> giveBack(Order order) {
        return stock.release(order.id(), order.skus()).then(refund(order));
    }

    private Mono<Void> refund(Order order) {
        if (order.payment() != PaymentState.REFUND_PENDING) {
            return Mono.empty();
        }
        return payments.refund(order.id(), order.id() + ":cancelled", order.total(), "requested_by_customer")
                .onErrorResume(RefundRefusedException.class, refused -> {
                    LOG.error("A refund needs a person: {}", refused.getMessage());
                    return Mono.empty();
                });
    }
}
