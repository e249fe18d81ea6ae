package vn.ocopmarket.storefront.order;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.OrderOutcome.LotRecalled;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/** Packs an order, hands it over and delivers it; stock goes down when it is handed over. */
public final class FulfillingOrder {

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Orders orders;
    private final HoldingStock stock;
    private final Clock clock;

    FulfillingOrder(Orders orders, HoldingStock stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    public Mono<OrderOutcome> pack(String orderId) {
        var change = OrderChange.from(OrderState.CONFIRMED)
                .fulfillment(Set.of(FulfillmentState.UNFULFILLED), FulfillmentState.PACKED)
                .tell(clock.instant(), What.PACKED, null);
        return move(orderId, FulfillmentState.PACKED, change);
    }

    /**
     * The goods leave, unless a lot among them was called back: the order says so first, then stock follows; the worker sees
     * to it after a crash between.
     */
    public Mono<OrderOutcome> handOver(String orderId) {
        return orders.find(orderId)
                .filter(order -> order.fulfillment() == FulfillmentState.PACKED)
                .filterWhen(order -> stock.mayLeave(order.id(), order.skus()).map(may -> !may))
                .<OrderOutcome>map(_ -> new LotRecalled())
                .switchIfEmpty(Mono.defer(() -> letGo(orderId)));
    }

    private Mono<OrderOutcome> letGo(String orderId) {
        var now = clock.instant();
        var change = OrderChange.from(OrderState.CONFIRMED)
                .fulfillment(Set.of(FulfillmentState.PACKED), FulfillmentState.HANDED_OVER)
                .tell(now, What.HANDED_OVER, null)
                .due(now.plus(RETRY));
        return move(orderId, FulfillmentState.HANDED_OVER, change).flatMap(outcome -> switch (outcome) {
            case Moved moved -> lowerStock(moved.order()).thenReturn(outcome);
            case OrderUnknown _, LotRecalled _, MoveRefused _ -> Mono.just(outcome);
        });
    }

    /** The buyer has the goods, and paid for them if that was still to do: nothing is left. */
    public Mono<OrderOutcome> deliver(String orderId) {
        return orders.find(orderId).flatMap(order -> {
            var change = OrderChange.from(OrderState.CONFIRMED)
                    .to(OrderState.COMPLETED)
                    .fulfillment(Set.of(FulfillmentState.HANDED_OVER), FulfillmentState.DELIVERED)
                    .tell(clock.instant(), What.DELIVERED, null);
            if (order.payment() == PaymentState.ON_DELIVERY) {
                change = change.payment(Set.of(PaymentState.ON_DELIVERY), PaymentState.PAID);
            }
            return move(orderId, FulfillmentState.DELIVERED, change);
        });
    }

    /** Lets stock follow an order that was handed over; repeated by the worker until it is done. */
    public Mono<Void> lowerStock(Order order) {
        return stock.handOver(order.id(), order.skus())
                .then(orders.change(order.id(), OrderChange.from(order.state()).settled()))
                .then();
    }

    private Mono<OrderOutcome> move(String orderId, FulfillmentState to, OrderChange change) {
        return orders.change(orderId, change)
                .<OrderOutcome>map(Moved::new)
                .switchIfEmpty(orders.find(orderId).filter(Order::isPlaced).map(order -> asItIs(order, to)))
                .defaultIfEmpty(new OrderUnknown());
    }

    private static OrderOutcome asItIs(Order order, FulfillmentState to) {
        if (order.fulfillment() == to) {
            return new Moved(order);
        }
        var allowed = order.state() == OrderState.CONFIRMED
                ? order.fulfillment().allowed().stream().map(Enum::name).collect(toSet())
                : Set.<String>of();
        return new MoveRefused(order.fulfillment().name(), allowed);
    }
}
