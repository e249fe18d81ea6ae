package vn.ocopmarket.storefront.fulfillment;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder.PickupTerms;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Drop;
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
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.BookingParcels;

/**
 * Takes units out of an order that are in no parcel, while nothing of it has left. The order says so first, under the
 * revision of its parcels, so that of a drop and a parcel at once one looks again; then stock has them back, once. Money is
 * another matter, but for what is paid at the door: that is less from then on.
 */
public final class DroppingUnits {

    /** Every lost race means that somebody else moved the same order. */
    private static final int TRIES = 20;

    private static final Set<FulfillmentState> BEFORE_LEAVING =
            Set.of(FulfillmentState.UNFULFILLED, FulfillmentState.PARTIALLY_PACKED);

    private final Orders orders;
    private final BookingParcels booking;
    private final PickupTerms terms;
    private final Clock clock;

    DroppingUnits(Orders orders, HoldingStock stock, PickupTerms terms, Clock clock) {
        this.orders = orders;
        this.booking = new BookingParcels(stock);
        this.terms = terms;
        this.clock = clock;
    }

    /** What may be taken out of an order now; with all that it has it would be cancelled. */
    public static List<Take> droppable(Order order) {
        var isPossible = order.state() == OrderState.CONFIRMED
                && BEFORE_LEAVING.contains(order.fulfillment())
                && (order.payment() == PaymentState.PAID || order.payment() == PaymentState.ON_DELIVERY);
        return isPossible ? order.unpacked() : List.of();
    }

    /**
     * Takes them out, once for each id; complete when stock has them back. Refused when they are packed meanwhile, when the
     * order has ended, or when nothing would be left of it. An error means that it may have happened: ask again.
     *
     * @param units of each SKU
     */
    public Mono<OrderOutcome> drop(String orderId, String dropId, Map<String, Long> units) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> drop(order, dropId, units, TRIES))
                .flatMap(outcome -> outcome instanceof Moved(var order)
                        ? book(order, dropId).thenReturn(outcome)
                        : Mono.just(outcome))
                .defaultIfEmpty(new OrderUnknown());
    }

    private Mono<OrderOutcome> drop(Order order, String dropId, Map<String, Long> units, int triesLeft) {
        if (order.shipments().drop(dropId).isPresent()) {
            return Mono.just(new Moved(order));
        }
        return change(order, dropId, units)
                .map(change -> orders.change(order.id(), change)
                        .<OrderOutcome>map(Moved::new)
                        .switchIfEmpty(Mono.defer(() -> again(order.id(), dropId, units, triesLeft))))
                .orElseGet(() -> Mono.just(refused(order)));
    }

    private Mono<OrderOutcome> again(String orderId, String dropId, Map<String, Long> units, int triesLeft) {
        return triesLeft > 0
                ? orders.find(orderId).flatMap(now -> drop(now, dropId, units, triesLeft - 1))
                : Mono.error(() -> new IllegalStateException("Order " + orderId + " moves all the time"));
    }

    /** Empty when it cannot be. */
    private Optional<OrderChange> change(Order order, String dropId, Map<String, Long> units) {
        var goods = chosen(droppable(order), units);
        var rest = less(order.preparation().takes(), goods);
        if (goods.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var parcels = order.shipments().and(new Drop(dropId, goods, now, false));
        var next = parcels.state(rest);
        var change = OrderChange.from(OrderState.CONFIRMED).takes(rest).tell(now, What.DROPPED, words(order, units));
        if (next == order.fulfillment()) {
            return Optional.of(change.whileGoodsAre(next).shipments(parcels.next()));
        }
        var moved = change.fulfillment(Set.of(order.fulfillment()), next);
        return Optional.of(
                order.delivery() instanceof Delivery.Pickup ? ready(moved, parcels) : moved.shipments(parcels.next()));
    }

    /** What is left is packed already: its buyer may come. */
    private OrderChange ready(OrderChange change, Shipments parcels) {
        var now = clock.instant();
        var ticket = PickupTicket.of(terms.ids().next(PickupTicket.LENGTH), now, now.plus(terms.keep()));
        return change.shipments(parcels.with(ticket).next())
                .tell(now, What.READY_FOR_PICKUP, null)
                .due(now.plus(terms.remind()));
    }

    /** What ends first stays with the order, so that it leaves first; empty when there is not so much. */
    private static List<Take> chosen(List<Take> unpacked, Map<String, Long> units) {
        var missing = new HashMap<>(units);
        var chosen = new ArrayList<Take>();
        for (var take : unpacked.reversed()) {
            var some = Math.min(take.quantity(), missing.getOrDefault(take.sku(), 0L));
            if (some > 0) {
                chosen.add(Shipments.of(take, some));
                missing.merge(take.sku(), -some, Long::sum);
            }
        }
        return missing.values().stream().allMatch(left -> left == 0) ? chosen : List.of();
    }

    private static List<Take> less(List<Take> given, List<Take> goods) {
        var gone = new HashMap<String, Long>();
        goods.forEach(take -> gone.merge(take.levelId(), take.quantity(), Long::sum));
        return given.stream()
                .map(take -> Shipments.of(take, take.quantity() - gone.getOrDefault(take.levelId(), 0L)))
                .filter(take -> take.quantity() > 0)
                .toList();
    }

    private static String words(Order order, Map<String, Long> units) {
        return order.lines().stream()
                .filter(line -> units.containsKey(line.sku()))
                .map(line -> units.get(line.sku()) + " × " + line.name())
                .distinct()
                .collect(joining(", "));
    }

    /** Whoever moves the order at the same moment lets stock follow too, or somebody does who asks again. */
    private Mono<Void> book(Order order, String dropId) {
        if (order.shipments().drop(dropId).filter(drop -> !drop.booked()).isEmpty()) {
            return Mono.empty();
        }
        var booked = OrderChange.from(order.state())
                .shipments(order.shipments().withDropsBooked().next());
        return booking.book(order)
                .then(Mono.defer(() -> orders.change(order.id(), booked)))
                .then();
    }

    private static OrderOutcome refused(Order order) {
        return new MoveRefused(
                order.state() == OrderState.CONFIRMED
                        ? order.fulfillment().name()
                        : order.state().name(),
                Set.of());
    }
}
