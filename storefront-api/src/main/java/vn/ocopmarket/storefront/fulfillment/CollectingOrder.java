package vn.ocopmarket.storefront.fulfillment;

import java.time.Clock;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder.PickupTerms;
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
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.PickupTicket.Use;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.SettlingOrder;

/** Orders that are collected: by a code that works once, with a reminder, and with an end when nobody comes. */
public final class CollectingOrder {

    private final Orders orders;
    private final ShippingOrder shipping;
    private final SettlingOrder settling;
    private final PickupTerms terms;
    private final Clock clock;

    CollectingOrder(Orders orders, ShippingOrder shipping, SettlingOrder settling, PickupTerms terms, Clock clock) {
        this.orders = orders;
        this.shipping = shipping;
        this.settling = settling;
        this.terms = terms;
        this.clock = clock;
    }

    /** What is to be taken for it over the counter. */
    public static Money due(Order order) {
        return order.payment() == PaymentState.ON_DELIVERY ? order.payable() : Money.ZERO;
    }

    /**
     * The goods go to whoever showed the code, or to somebody whom the use says why no code was asked of. It works once: of
     * two calls at once one is refused, and so is every later one. After a crash between the worker finishes it.
     */
    public Mono<OrderOutcome> collect(String orderId, String code, Use use) {
        return shipping.collect(orderId, code, use)
                .flatMap(outcome -> outcome instanceof Moved ? shipping.deliver(orderId, null) : Mono.just(outcome));
    }

    /** Ends an order that nobody collected in time: its goods stay where they are, its money goes back. */
    public Mono<OrderOutcome> endUncollected(String orderId) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> {
                    var ticket = order.shipments().pickup();
                    var now = clock.instant();
                    if (ticket == null
                            || order.state() != OrderState.CONFIRMED
                            || order.fulfillment() != FulfillmentState.PACKED
                            || ticket.endsAt().isAfter(now)) {
                        return Mono.just(refused(order));
                    }
                    return orders.change(orderId, end(order))
                            .flatMap(ended -> settling.settleSoon(ended).<OrderOutcome>thenReturn(new Moved(ended)))
                            .switchIfEmpty(Mono.fromSupplier(() -> refused(order)));
                })
                .defaultIfEmpty(new OrderUnknown());
    }

    private OrderChange end(Order order) {
        var now = clock.instant();
        var change = OrderChange.from(OrderState.CONFIRMED)
                .to(OrderState.CANCELLED)
                .fulfillment(Set.of(FulfillmentState.PACKED), FulfillmentState.CANCELLED)
                .shipments(order.shipments().takenApart(now).next())
                .tell(now, What.CANCELLED, "NOT_COLLECTED")
                .due(now.plus(ParcelSteps.RETRY));
        return order.payment() == PaymentState.ON_DELIVERY
                ? change.payment(Set.of(PaymentState.ON_DELIVERY), PaymentState.ENDED)
                : change.payment(Set.of(PaymentState.PAID), PaymentState.REFUND_PENDING);
    }

    private static OrderOutcome refused(Order order) {
        return new MoveRefused(order.fulfillment().name(), Set.of());
    }

    /** Does what is left of a hand-over that began; complete also when nothing is. */
    public Mono<Void> finish(Order order) {
        return order.state() == OrderState.CONFIRMED ? goOn(order) : Mono.empty();
    }

    /** Does what is due of a confirmed or completed order: stock that has not followed, a hand-over half done, a reminder. */
    Mono<Void> goOn(Order order) {
        var ticket = order.shipments().pickup();
        var isWaiting = ticket != null
                && ticket.used() == null
                && order.state() == OrderState.CONFIRMED
                && order.fulfillment() == FulfillmentState.PACKED;
        if (ticket == null || !isWaiting) {
            var isHalfDone = ticket != null && order.state() == OrderState.CONFIRMED;
            return shipping.book(order)
                    .then(isHalfDone ? Mono.defer(() -> shipping.deliver(order.id(), null)) : Mono.empty())
                    .then();
        }
        var remindAt = ticket.readyAt().plus(terms.remind());
        if (ticket.remindedAt() == null && clock.instant().isBefore(remindAt)) {
            var reminded = OrderChange.from(order.state())
                    .shipments(order.shipments().next())
                    .due(remindAt);
            return orders.change(order.id(), reminded).then();
        }
        return orders.change(order.id(), reminder(order, ticket)).then();
    }

    private OrderChange reminder(Order order, PickupTicket ticket) {
        var change = OrderChange.from(OrderState.CONFIRMED).settled();
        if (ticket.remindedAt() != null) {
            return change.shipments(order.shipments().next());
        }
        var now = clock.instant();
        var parcels = order.shipments().with(ticket.reminded(now));
        return change.shipments(parcels.next()).tell(now, What.PICKUP_REMINDED, null);
    }
}
