package vn.ocopmarket.storefront.fulfillment;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/** Corrects whom an order goes to while none of it is packed; the commune stays, since the delivery was paid for it. */
public final class ReaddressingOrder {

    private final Orders orders;
    private final Clock clock;

    ReaddressingOrder(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Whom and where it goes to from now on.
     *
     * @param street null for an order that is collected, or when it stays as it was
     */
    public Mono<OrderOutcome> readdress(String orderId, String name, String phone, @Nullable String street) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> {
                    var contact = new Contact(name, phone, order.contact().email());
                    var place = order.delivery() instanceof Delivery.Ship ? street : null;
                    return isSo(order, contact, place) ? Mono.just(new Moved(order)) : change(order, contact, place);
                })
                .defaultIfEmpty(new OrderUnknown());
    }

    private static boolean isSo(Order order, Contact contact, @Nullable String street) {
        return order.contact().equals(contact)
                && (street == null
                        || order.delivery() instanceof Delivery.Ship ship
                                && ship.street().equals(street));
    }

    private Mono<OrderOutcome> change(Order order, Contact contact, @Nullable String street) {
        var change = OrderChange.from(OrderState.PLACED, OrderState.CONFIRMED)
                .whileGoodsAre(FulfillmentState.UNFULFILLED)
                .address(contact, street)
                .tell(clock.instant(), What.READDRESSED, null);
        return orders.change(order.id(), change)
                .<OrderOutcome>map(Moved::new)
                .switchIfEmpty(Mono.defer(() -> orders.find(order.id())
                        .map(now -> new MoveRefused(
                                now.fulfillment().name(),
                                now.state() == OrderState.CONFIRMED
                                        ? now.fulfillment().allowed().stream()
                                                .map(Enum::name)
                                                .collect(toSet())
                                        : Set.of()))));
    }
}
