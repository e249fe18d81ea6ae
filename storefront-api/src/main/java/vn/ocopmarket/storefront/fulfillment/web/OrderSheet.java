package vn.ocopmarket.storefront.fulfillment.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.fulfillment.CollectingOrder;
import vn.ocopmarket.storefront.fulfillment.DroppingUnits;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.ShipmentState;

/**
 * An order as staff see it.
 *
 * @param open what is in no parcel yet, by location
 * @param identity whether a grown-up has to take it
 * @param due what the buyer has to pay for it
 * @param ticket when the buyer collects it; its code is not for staff
 * @param mayOverride whether who looks at it may hand it over without that code
 */
record OrderSheet(
        Order order,
        List<Parcel> parcels,
        List<Shelf> open,
        boolean identity,
        Money due,
        @Nullable PickupTicket ticket,
        boolean mayOverride) {

    /** Goods of one lot. */
    record Goods(String sku, String name, String label, Take take) {}

    /**
     * A parcel and what may be done with it now by who looks at it.
     *
     * @param allowed where the transition table lets it go
     */
    record Parcel(Shipment shipment, String place, List<Goods> goods, Set<ShipmentState> allowed) {

        public boolean may(String state) {
            return allowed.contains(ShipmentState.valueOf(state));
        }

        public boolean canBeTracked() {
            return shipment.state().isUnderway() && !allowed.isEmpty();
        }
    }

    /**
     * Goods at one location that are to be packed.
     *
     * @param may whether who looks at it packs there
     */
    record Shelf(String location, String place, List<Goods> goods, boolean may) {}

    static OrderSheet of(OrderRooms.Opened opened, Map<String, String> places) {
        var order = opened.order();
        var moves = order.state() == OrderState.CONFIRMED;
        var parcels = order.shipments().all().stream()
                .map(parcel -> new Parcel(
                        parcel,
                        places.getOrDefault(parcel.locationId(), parcel.locationId()),
                        goods(order, parcel.goods()),
                        moves && opened.mayFulfil(parcel.locationId()) ? order.moves(parcel) : Set.of()))
                .toList();
        var open = moves ? order.unpacked() : List.<Take>of();
        var shelves = open.stream().map(Take::locationId).distinct().map(location -> {
            var there = open.stream()
                    .filter(take -> take.locationId().equals(location))
                    .toList();
            return new Shelf(
                    location, places.getOrDefault(location, location), goods(order, there), opened.mayFulfil(location));
        });
        return new OrderSheet(
                order,
                parcels,
                shelves.toList(),
                order.needsAgeCheck(),
                CollectingOrder.due(order),
                order.shipments().pickup(),
                opened.mayOverride());
    }

    static List<Goods> goods(Order order, List<Take> takes) {
        var lines = order.lines().stream().collect(Collectors.toMap(OrderLine::sku, line -> line, (first, _) -> first));
        return takes.stream()
                .map(take -> {
                    var line = lines.get(take.sku());
                    return new Goods(
                            take.sku(),
                            line == null ? take.sku() : line.name(),
                            line == null ? "" : line.label(),
                            take);
                })
                .toList();
    }

    /** Whether it may still go to somebody else. */
    public boolean isChangeable() {
        return (order.state() == OrderState.PLACED || order.state() == OrderState.CONFIRMED)
                && order.fulfillment() == FulfillmentState.UNFULFILLED;
    }

    /** Whether some of it may still be taken out; who may do so is asked there. */
    public boolean isDroppable() {
        return !DroppingUnits.droppable(order).isEmpty();
    }

    public boolean isCollected() {
        return order.delivery() instanceof Delivery.Pickup;
    }

    /** Where it goes, in one line. */
    public String address() {
        return switch (order.delivery()) {
            case Delivery.Ship ship -> String.join(", ", ship.street(), ship.communeName(), ship.provinceName());
            case Delivery.Pickup pickup -> pickup.locationName();
        };
    }

    public boolean isWaiting() {
        return ticket != null
                && ticket.used() == null
                && order.state() == OrderState.CONFIRMED
                && order.fulfillment() == FulfillmentState.PACKED;
    }
}
