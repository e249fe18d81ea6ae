package vn.ocopmarket.storefront.fulfillment;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.fulfillment.ParcelSteps.Decision;
import vn.ocopmarket.storefront.fulfillment.ParcelSteps.Step;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderOutcome.CodeMissing;
import vn.ocopmarket.storefront.order.OrderOutcome.LotRecalled;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderOutcome.OrderUnknown;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.Shipment.Attempt;
import vn.ocopmarket.storefront.order.Shipment.Carriage;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.BookingParcels;
import vn.ocopmarket.storefront.orderend.SettlingOrder;

/**
 * Sends an order parcel by parcel. The order says first what happens, then stock follows, once for each parcel; the worker
 * sees to it after a crash between. Every call may be repeated; of calls at once each looks at what the other did. A number
 * of a parcel may be null: then all parcels are meant that can do the step.
 */
public final class ShippingOrder {

    private static final Logger LOG = LoggerFactory.getLogger(ShippingOrder.class);

    /** Every lost race means that somebody else moved a parcel of the same order. */
    private static final int TRIES = 20;

    private final Orders orders;
    private final HoldingStock stock;
    private final BookingParcels booking;
    private final SettlingOrder settling;
    private final PickupTerms terms;
    private final Clock clock;

    ShippingOrder(Orders orders, HoldingStock stock, SettlingOrder settling, PickupTerms terms, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.booking = new BookingParcels(stock);
        this.settling = settling;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * How long goods wait for who collects them.
     *
     * @param remind after which the buyer is reminded
     * @param keep after which staff may end the order
     */
    record PickupTerms(RandomIds ids, Duration remind, Duration keep) {}

    public Mono<OrderOutcome> pack(String orderId, Packing wish) {
        return decide(orderId, order -> {
            var now = clock.instant();
            var code = terms.ids().next(PickupTicket.LENGTH);
            var decision = new ParcelSteps(order, now).pack(wish, PickupTicket.of(code, now, now.plus(terms.keep())));
            return decision instanceof Decision.Go(var change) && order.delivery() instanceof Delivery.Pickup
                    ? new Decision.Go(change.due(now.plus(terms.remind())))
                    : decision;
        });
    }

    /** Takes parcels apart that have not left. */
    public Mono<OrderOutcome> unpack(String orderId, @Nullable Integer number) {
        return decide(orderId, step(number, ShipmentState.UNPACKED, What.UNPACKED, null));
    }

    /** The goods leave, unless a lot among them was called back; what is collected leaves with who shows the code only. */
    public Mono<OrderOutcome> handOver(String orderId, @Nullable Integer number, @Nullable Carriage by) {
        return orders.find(orderId)
                .filter(order -> order.state() == OrderState.CONFIRMED && order.waitsForItsCode())
                .<OrderOutcome>map(_ -> new CodeMissing())
                .switchIfEmpty(Mono.defer(() -> send(orderId, number, by)));
    }

    private Mono<OrderOutcome> send(String orderId, @Nullable Integer number, @Nullable Carriage by) {
        return orders.find(orderId)
                .filterWhen(order -> mayLeave(order, number).map(may -> !may))
                .<OrderOutcome>map(_ -> new LotRecalled())
                .switchIfEmpty(Mono.defer(() -> decide(orderId, handingOver(number, by))))
                .flatMap(this::bookMoved);
    }

    private Mono<Boolean> mayLeave(Order order, @Nullable Integer number) {
        return Flux.fromIterable(order.shipments().all())
                .filter(parcel -> parcel.state() == ShipmentState.PACKED)
                .filter(parcel -> number == null || number == parcel.number())
                .concatMap(parcel -> stock.mayLeave(order.id(), parcel.goods()))
                .all(may -> may);
    }

    private Function<Order, Decision> handingOver(@Nullable Integer number, @Nullable Carriage by) {
        return order -> {
            var now = clock.instant();
            var leaves = order.shipments().leavesAt(now);
            var step = new Step(
                    number,
                    ShipmentState.HANDED_OVER,
                    parcel -> parcel.handedOver(by, leaves),
                    What.HANDED_OVER,
                    by == null ? null : name(by));
            return due(new ParcelSteps(order, now).take(step));
        };
    }

    /** Who carries a parcel that left is known later, or was said wrongly. */
    public Mono<OrderOutcome> track(String orderId, int number, Carriage by) {
        return decide(orderId, order -> {
            var parcel =
                    order.shipments().find(number).filter(found -> found.state().isUnderway());
            if (parcel.isEmpty()) {
                return new Decision.Refused(order.fulfillment().name(), Set.of());
            }
            if (by.equals(parcel.get().carriage())) {
                return new Decision.Already();
            }
            var now = clock.instant();
            var parcels = order.shipments().with(found -> found.number() == number, found -> found.tracked(by));
            return new Decision.Go(new ParcelSteps(order, now).moved(parcels).tell(now, What.TRACKED, name(by)));
        });
    }

    /** The carrier was at the door in vain; another try of the same report counts once. */
    public Mono<OrderOutcome> attemptFailed(String orderId, int number, String key, String reason) {
        return decide(orderId, order -> {
            var known = order.shipments().find(number).stream()
                    .flatMap(parcel -> parcel.attempts().stream())
                    .anyMatch(attempt -> attempt.key().equals(key));
            if (known) {
                return new Decision.Already();
            }
            var now = clock.instant();
            var attempt = new Attempt(key, now, reason);
            var step = new Step(
                    number,
                    ShipmentState.ATTEMPT_FAILED,
                    parcel -> parcel.failed(attempt),
                    What.ATTEMPT_FAILED,
                    reason);
            return new ParcelSteps(order, now).take(step);
        });
    }

    /** The buyer has the goods, and with the last of them paid for all, if that was still to do: nothing is left. */
    public Mono<OrderOutcome> deliver(String orderId, @Nullable Integer number) {
        return decide(orderId, step(number, ShipmentState.DELIVERED, What.DELIVERED, null));
    }

    /**
     * The buyer did not take the goods. When all of them come back nothing is owed, or what was paid goes back. Nothing is
     * sold again before somebody has looked at it.
     */
    public Mono<OrderOutcome> comeBack(String orderId, @Nullable Integer number) {
        return orders.find(orderId)
                .filter(order -> order.state() == OrderState.CONFIRMED
                        && order.fulfillment().someLeft())
                .flatMap(this::book)
                .then(Mono.defer(() -> decide(orderId, step(number, ShipmentState.RETURNED, What.RETURNED, null))))
                .flatMap(outcome -> outcome instanceof Moved(var order) && order.state() == OrderState.CANCELLED
                        ? settling.settleSoon(order).thenReturn(outcome)
                        : Mono.just(outcome));
    }

    private Function<Order, Decision> step(
            @Nullable Integer number, ShipmentState to, What what, @Nullable String detail) {
        return order -> {
            var now = clock.instant();
            return new ParcelSteps(order, now)
                    .take(new Step(number, to, parcel -> parcel.ended(to, now), what, detail));
        };
    }

    /** The goods leave over the counter, to whoever showed the code, or whom the use says why it is not needed for. */
    Mono<OrderOutcome> collect(String orderId, String code, PickupTicket.Use use) {
        return orders.find(orderId)
                .filterWhen(order -> mayLeave(order, null).map(may -> !may))
                .<OrderOutcome>map(_ -> new LotRecalled())
                .switchIfEmpty(Mono.defer(() -> decide(orderId, order -> collecting(order, code, use))))
                .flatMap(this::bookMoved);
    }

    private Decision collecting(Order order, String code, PickupTicket.Use use) {
        var ticket = order.shipments().pickup();
        var isShown = ticket != null && (ticket.code().equals(code) || use.withoutCode() != null);
        if (ticket == null || !isShown || ticket.used() != null) {
            return new Decision.Refused(order.fulfillment().name(), Set.of());
        }
        var now = clock.instant();
        var collected = order.shipments().with(ticket.collected(use));
        var leaves = collected.leavesAt(now);
        var step = new Step(
                null, ShipmentState.HANDED_OVER, parcel -> parcel.handedOver(null, leaves), What.HANDED_OVER, null);
        return due(new ParcelSteps(order.with(collected), now).take(step));
    }

    private Decision due(Decision decision) {
        return decision instanceof Decision.Go(var change)
                ? new Decision.Go(change.due(clock.instant().plus(ParcelSteps.RETRY)))
                : decision;
    }

    private Mono<OrderOutcome> bookMoved(OrderOutcome outcome) {
        return outcome instanceof Moved(var order) ? book(order).thenReturn(outcome) : Mono.just(outcome);
    }

    /**
     * Lets stock follow the parcels that left; repeated by the worker until it is done. When the order moves meanwhile, what
     * moved it looks after it.
     */
    public Mono<Void> book(Order order) {
        var booked = order.shipments()
                .with(parcel -> parcel.state().hasLeft(), Shipment::asBooked)
                .withDropsBooked();
        return booking.book(order)
                .then(Mono.defer(() -> orders.change(
                        order.id(),
                        OrderChange.from(order.state()).shipments(booked.next()).settled())))
                .then();
    }

    private Mono<OrderOutcome> decide(String orderId, Function<Order, Decision> decision) {
        return decide(orderId, decision, TRIES);
    }

    private Mono<OrderOutcome> decide(String orderId, Function<Order, Decision> decision, int triesLeft) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> switch (decision.apply(order)) {
                    case Decision.Already _ -> Mono.<OrderOutcome>just(new Moved(order));
                    case Decision.Refused(var state, var allowed) ->
                        Mono.<OrderOutcome>just(new MoveRefused(state, allowed));
                    case Decision.Go(var change) ->
                        orders.change(orderId, change)
                                .<OrderOutcome>map(Moved::new)
                                .switchIfEmpty(Mono.defer(() -> again(orderId, decision, triesLeft)));
                })
                .defaultIfEmpty(new OrderUnknown());
    }

    private Mono<OrderOutcome> again(String orderId, Function<Order, Decision> decision, int triesLeft) {
        if (triesLeft == 0) {
            LOG.warn("Order {} moves all the time", orderId);
            return Mono.error(new IllegalStateException("Order " + orderId + " moves all the time"));
        }
        return decide(orderId, decision, triesLeft - 1);
    }

    private static String name(Carriage by) {
        return by.tracking() == null ? by.carrier() : by.carrier() + " " + by.tracking();
    }
}
