package vn.ocopmarket.storefront.order;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.payment.RefundRefusedException;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** What is left to do when an order has ended: its stock is free, its money goes back. May be repeated at any time. */
public final class SettlingOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingOrder.class);

    /** As long as the same request may come again under its key; then it holds neither stock nor money, nor news for anyone. */
    private static final Duration REFUSALS_KEPT = Duration.ofDays(2);

    private final Orders orders;
    private final HoldingStock stock;
    private final TakingPayment payments;
    private final Clock clock;

    SettlingOrder(Orders orders, HoldingStock stock, TakingPayment payments, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Settles an order that ended and lets no worker look at it again. Complete when all is done, or when it is not an
     * ended order.
     */
    public Mono<Void> settle(Order order) {
        return switch (order.state()) {
            case CANCELLED, EXPIRED -> giveBack(order).then(settled(order, OrderChange.from(order.state())));
            case REFUSED -> {
                var forgotten = OrderChange.from(OrderState.REFUSED)
                        .forgottenAt(clock.instant().plus(REFUSALS_KEPT));
                yield giveBack(order).then(settled(order, forgotten));
            }
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

    private Mono<Void> settled(Order order, OrderChange change) {
        return orders.change(order.id(), change.settled()).then();
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
