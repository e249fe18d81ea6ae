package vn.ocopmarket.storefront.orderend;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;

/** Ends an order that has not been packed: its stock goes back, and so does the money. */
public final class CancellingOrder {

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final Set<FulfillmentState> BEFORE_PACKING = Set.of(FulfillmentState.UNFULFILLED);

    private static final Set<FulfillmentState> BEFORE_LEAVING =
            Set.of(FulfillmentState.UNFULFILLED, FulfillmentState.PARTIALLY_PACKED, FulfillmentState.PACKED);

    /** Every lost race means that somebody else moved the order. */
    private static final int TRIES = 5;

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

    /** The same for an order that may be packed, decided by staff: the goods go back to their shelf. */
    public Mono<OrderOutcome> cancelBeforeItLeaves(String orderId, String reason) {
        return cancel(orderId, reason, BEFORE_LEAVING);
    }

    /** Again for a cancelled order is fine. Fails when an open payment cannot be ended because its provider is silent. */
    public Mono<OrderOutcome> cancel(String orderId, String reason) {
        return cancel(orderId, reason, BEFORE_PACKING);
    }

    private Mono<OrderOutcome> cancel(String orderId, String reason, Set<FulfillmentState> until) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> cancel(order, reason, until, TRIES))
                .defaultIfEmpty(new OrderUnknown());
    }

    private Mono<OrderOutcome> cancel(Order order, String reason, Set<FulfillmentState> until, int triesLeft) {
        return switch (order.state()) {
            case CANCELLED -> Mono.just(new Moved(order));
            case PLACED ->
                payments.end(order.id()).flatMap(end -> switch (end) {
                    case PaymentEnd.Ended _ ->
                        end(order, reason, until, PaymentState.ENDED).switchIfEmpty(again(order, reason, until, 0));
                    case PaymentEnd.AlreadyPaid _ -> Mono.just(refused(order));
                });
            case CONFIRMED ->
                switch (order.payment()) {
                    case PAID ->
                        end(order, reason, until, PaymentState.REFUND_PENDING)
                                .switchIfEmpty(again(order, reason, until, triesLeft));
                    case ON_DELIVERY ->
                        end(order, reason, until, PaymentState.ENDED)
                                .switchIfEmpty(again(order, reason, until, triesLeft));
                    case AWAITING, ENDED, REFUND_PENDING, REFUNDED -> Mono.just(refused(order));
                };
            // Money that comes late goes back then, instead of bringing the order back.
            case EXPIRED ->
                end(order, reason, until, PaymentState.ENDED).switchIfEmpty(again(order, reason, until, triesLeft));
            case PREPARING, REFUSED, COMPLETED -> Mono.just(refused(order));
        };
    }

    /** Empty when it moved meanwhile. */
    private Mono<OrderOutcome> end(Order order, String reason, Set<FulfillmentState> until, PaymentState to) {
        var now = clock.instant();
        var change = OrderChange.from(order.state())
                .to(OrderState.CANCELLED)
                .fulfillment(until, FulfillmentState.CANCELLED)
                .tell(now, What.CANCELLED, reason)
                .due(now.plus(RETRY));
        var whole = switch (order.state()) {
            case EXPIRED -> change;
            case PLACED -> change.payment(Set.of(PaymentState.AWAITING), to);
            default ->
                change.payment(Set.of(order.payment()), to)
                        .shipments(order.shipments().takenApart(now).next());
        };
        return orders.change(order.id(), whole)
                .flatMap(cancelled -> settling.settleSoon(cancelled).thenReturn(new Moved(cancelled)));
    }

    /**
     * Somebody who packs or unpacks at the same moment does not keep it from being cancelled, nor does the provider, which
     * tells that the payment ran out because it was just ended from here.
     */
    private Mono<OrderOutcome> again(Order order, String reason, Set<FulfillmentState> until, int triesLeft) {
        return Mono.defer(() -> orders.find(order.id())).flatMap(found -> {
            if (found.state() == OrderState.CANCELLED) {
                return Mono.just(new Moved(found));
            }
            var hasRunOut = order.state() == OrderState.PLACED && found.state() == OrderState.EXPIRED;
            return (hasRunOut || triesLeft > 0) && until.contains(found.fulfillment())
                    ? cancel(found, reason, until, triesLeft - 1)
                    : Mono.just(refused(found));
        });
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
