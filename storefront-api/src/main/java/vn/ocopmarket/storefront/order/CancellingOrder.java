package vn.ocopmarket.storefront.order;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentEnd;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** Ends an order that has not been packed: its stock goes back, and so does the money. */
public final class CancellingOrder {

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final Set<FulfillmentState> BEFORE_PACKING = Set.of(FulfillmentState.UNFULFILLED);

    private final Orders orders;
    private final TakingPayment payments;
    private final SettlingOrder settling;
    private final Clock clock;

    CancellingOrder(Orders orders, TakingPayment payments, SettlingOrder settling, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.settling = settling;
        this.clock = clock;
    }

    /** Again for a cancelled order is fine. Fails when an open payment cannot be ended because its provider is silent. */
    public Mono<OrderOutcome> cancel(String orderId, String reason) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> cancel(order, reason))
                .defaultIfEmpty(new OrderUnknown());
    }

    private Mono<OrderOutcome> cancel(Order order, String reason) {
        return switch (order.state()) {
            case CANCELLED -> Mono.just(new Moved(order));
            case PLACED ->
                payments.end(order.id()).flatMap(end -> switch (end) {
                    case PaymentEnd.Ended _ -> end(order, reason, PaymentState.AWAITING, PaymentState.ENDED);
                    case PaymentEnd.AlreadyPaid _ -> Mono.just(refused(order));
                });
            case CONFIRMED ->
                switch (order.payment()) {
                    case PAID -> end(order, reason, PaymentState.PAID, PaymentState.REFUND_PENDING);
                    case ON_DELIVERY -> end(order, reason, PaymentState.ON_DELIVERY, PaymentState.ENDED);
                    case AWAITING, ENDED, REFUND_PENDING, REFUNDED -> Mono.just(refused(order));
                };
            case PREPARING, REFUSED, COMPLETED, EXPIRED -> Mono.just(refused(order));
        };
    }

    private Mono<OrderOutcome> end(Order order, String reason, PaymentState from, PaymentState to) {
        var now = clock.instant();
        var change = OrderChange.from(order.state())
                .to(OrderState.CANCELLED)
                .payment(Set.of(from), to)
                .fulfillment(BEFORE_PACKING, FulfillmentState.CANCELLED)
                .tell(now, What.CANCELLED, reason)
                .due(now.plus(RETRY));
        return orders.change(order.id(), change)
                .flatMap(cancelled -> settling.settleSoon(cancelled).<OrderOutcome>thenReturn(new Moved(cancelled)))
                .switchIfEmpty(orders.find(order.id())
                        .map(found -> found.state() == OrderState.CANCELLED ? new Moved(found) : refused(found)));
    }

    private static OrderOutcome refused(Order order) {
        var allowed = order.state() == OrderState.CONFIRMED
                ? order.fulfillment().allowed().stream()
                        .filter(next -> next != FulfillmentState.CANCELLED)
                        .map(Enum::name)
                        .collect(toSet())
                : order.state().allowed().stream()
                        .filter(next -> next != OrderState.CANCELLED)
                        .map(Enum::name)
                        .collect(toSet());
        return new MoveRefused(order.state().name(), allowed);
    }
}
