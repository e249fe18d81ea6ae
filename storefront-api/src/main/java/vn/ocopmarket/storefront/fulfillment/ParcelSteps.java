package vn.ocopmarket.storefront.fulfillment;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/** What a step of parcels means for their order as it was read; decides only. */
final class ParcelSteps {

    /** As long as whoever made the step may take for what follows from it, before the worker does it. */
    static final Duration RETRY = Duration.ofSeconds(30);

    private final Order order;
    private final Instant now;

    ParcelSteps(Order order, Instant now) {
        this.order = order;
        this.now = now;
    }

    /** What to do with the order. */
    sealed interface Decision {

        /** Nothing: it was done before. */
        record Already() implements Decision {}

        /** Nothing: it cannot from where it is. */
        record Refused(String state, Set<String> allowed) implements Decision {}

        /** This, if the order has not moved meanwhile. */
        record Go(OrderChange change) implements Decision {}
    }

    /**
     * A step of a parcel: where it goes, how it changes, and what is told of it.
     *
     * @param number of the parcel; null for all that can go there
     */
    record Step(
            @Nullable Integer number,
            ShipmentState to,
            UnaryOperator<Shipment> change,
            What what,
            @Nullable String detail) {

        boolean isOf(Shipment parcel) {
            return number == null || number == parcel.number();
        }
    }

    /** @param ticket for the buyer who collects the order, once all of it is packed */
    Decision pack(Packing wish, PickupTicket ticket) {
        var parcels = order.shipments();
        if (!wish.isOfTheRest()
                && parcels.live().stream().anyMatch(parcel -> parcel.key().equals(wish.key()))) {
            return new Decision.Already();
        }
        var goods = PackingGoods.chosen(parcels.unpacked(order.preparation().takes()), wish);
        if (order.state() != OrderState.CONFIRMED || goods.isEmpty()) {
            return wish.isOfTheRest() && order.fulfillment() == FulfillmentState.PACKED
                    ? new Decision.Already()
                    : refused();
        }
        for (var there : Shipments.byLocation(goods).entrySet()) {
            var number = parcels.all().size() + 1;
            parcels = parcels.and(Shipment.packed(number, wish.key(), there.getKey(), there.getValue(), now));
        }
        var isReady = order.delivery() instanceof Delivery.Pickup
                && parcels.state(order.preparation().takes()) == FulfillmentState.PACKED;
        var change = moved(isReady ? parcels.with(ticket) : parcels).tell(now, What.PACKED, null);
        return new Decision.Go(isReady ? change.tell(now, What.READY_FOR_PICKUP, null) : change);
    }

    Decision take(Step step) {
        var meant = order.shipments().those(step::isOf);
        var able = meant.stream()
                .filter(parcel -> order.moves(parcel).contains(step.to()))
                .map(Shipment::number)
                .collect(toSet());
        if (order.state() != OrderState.CONFIRMED || able.isEmpty()) {
            return isDone(meant, step.to())
                    ? new Decision.Already()
                    : refused(step.number() == null ? List.of() : meant);
        }
        var parcels = order.shipments()
                .with(parcel -> able.contains(parcel.number()), step.change())
                .with(
                        step.to() == ShipmentState.UNPACKED
                                ? null
                                : order.shipments().pickup());
        return end(parcels, moved(parcels).tell(now, step.what(), step.detail()));
    }

    /** The change of an order whose parcels become these. */
    OrderChange moved(Shipments parcels) {
        var change = OrderChange.from(order.state()).shipments(parcels.next());
        var next = parcels.state(order.preparation().takes());
        return next == order.fulfillment() ? change : change.fulfillment(Set.of(order.fulfillment()), next);
    }

    /** With the last parcel the order ends too. */
    private Decision end(Shipments parcels, OrderChange change) {
        var onDelivery = order.payment() == PaymentState.ON_DELIVERY;
        return switch (parcels.state(order.preparation().takes())) {
            case DELIVERED -> {
                var completed = change.to(OrderState.COMPLETED);
                yield new Decision.Go(
                        onDelivery
                                ? completed.payment(Set.of(PaymentState.ON_DELIVERY), PaymentState.PAID)
                                : completed);
            }
            case RETURNED -> {
                var cancelled = change.to(OrderState.CANCELLED)
                        .tell(now, What.CANCELLED, "REFUSED_AT_DOOR")
                        .due(now.plus(RETRY));
                yield new Decision.Go(
                        onDelivery
                                ? cancelled.payment(Set.of(PaymentState.ON_DELIVERY), PaymentState.ENDED)
                                : cancelled.payment(Set.of(PaymentState.PAID), PaymentState.REFUND_PENDING));
            }
            case PARTIALLY_RETURNED -> onDelivery ? refused() : new Decision.Go(change.to(OrderState.COMPLETED));
            case UNFULFILLED,
                    PARTIALLY_PACKED,
                    PACKED,
                    PARTIALLY_HANDED_OVER,
                    HANDED_OVER,
                    PARTIALLY_DELIVERED,
                    CANCELLED -> new Decision.Go(change);
        };
    }

    private static boolean isDone(Collection<Shipment> meant, ShipmentState to) {
        var live = meant.stream()
                .filter(parcel -> to == ShipmentState.UNPACKED || parcel.state() != ShipmentState.UNPACKED)
                .toList();
        return !live.isEmpty() && live.stream().allMatch(parcel -> parcel.state() == to);
    }

    private Decision refused(Collection<Shipment> meant) {
        if (meant.size() != 1 || order.state() != OrderState.CONFIRMED) {
            return refused();
        }
        var parcel = meant.iterator().next();
        return new Decision.Refused(
                parcel.state().name(),
                order.moves(parcel).stream().map(Enum::name).collect(toSet()));
    }

    private Decision refused() {
        var allowed = order.state() == OrderState.CONFIRMED
                ? order.fulfillment().allowed().stream()
                        .filter(this::isPossible)
                        .map(Enum::name)
                        .collect(toSet())
                : Set.<String>of();
        return new Decision.Refused(order.fulfillment().name(), allowed);
    }

    private boolean isPossible(FulfillmentState next) {
        if (order.payment() != PaymentState.ON_DELIVERY) {
            return true;
        }
        return switch (next) {
            case DELIVERED -> !order.shipments().any(ShipmentState.RETURNED);
            case RETURNED -> !order.shipments().any(ShipmentState.DELIVERED);
            case PARTIALLY_RETURNED -> false;
            case UNFULFILLED,
                    PARTIALLY_PACKED,
                    PACKED,
                    PARTIALLY_HANDED_OVER,
                    HANDED_OVER,
                    PARTIALLY_DELIVERED,
                    CANCELLED -> true;
        };
    }
}
