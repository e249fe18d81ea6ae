package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/**
 * An order.
 *
 * @param id follows from the idempotency key it was made under
 * @param number short, unguessable, for people
 * @param shipments the parcels it is sent in
 */
public record Order(
        String id,
        String number,
        OrderState state,
        PaymentState payment,
        FulfillmentState fulfillment,
        Contact contact,
        Delivery delivery,
        PaymentMethod method,
        List<OrderLine> lines,
        Totals totals,
        Preparation preparation,
        Shipments shipments,
        List<TimelineEntry> timeline,
        Instant createdAt) {

    public Order {
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
    }

    public Money total() {
        return totals.total();
    }

    public List<String> skus() {
        return lines.stream().map(OrderLine::sku).distinct().toList();
    }

    /** What stock owes it: what was taken out of it is not among that. */
    public List<StockLine> stockLines() {
        return kept().stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
    }

    /** What its buyer gets: its lines without the units that were taken out, and without those of which all were. */
    public List<OrderLine> kept() {
        var dropped = new HashMap<String, Long>();
        var kept = new ArrayList<OrderLine>();
        for (var line : lines) {
            var missing = dropped.computeIfAbsent(line.sku(), shipments::dropped);
            var here = Math.min(missing, line.quantity());
            dropped.put(line.sku(), missing - here);
            if (here < line.quantity()) {
                kept.add(here == 0 ? line : line.without(here));
            }
        }
        return kept;
    }

    /**
     * What of its lines is paid. At the door that is what its buyer gets; what was paid before and taken out goes back as any
     * money does, by a refund.
     */
    public List<OrderLine> paidLines() {
        return method == PaymentMethod.CASH_ON_DELIVERY ? kept() : lines;
    }

    /** What its buyer pays, or paid, in all; the delivery costs what it cost. */
    public Money payable() {
        return total().minus(sum(lines, OrderLine::total)).plus(sum(paidLines(), OrderLine::total));
    }

    /** What of that is tax. */
    public Money payableTax() {
        return totals.tax()
                .minus(sum(lines, line -> line.tax().amount()))
                .plus(sum(paidLines(), line -> line.tax().amount()));
    }

    private static Money sum(List<OrderLine> lines, Function<OrderLine, Money> of) {
        return lines.stream().map(of).reduce(Money.ZERO, Money::plus);
    }

    /** What of its goods is in no parcel yet. */
    public List<Take> unpacked() {
        return shipments.unpacked(preparation.takes());
    }

    /**
     * Where one of its parcels may go. What is collected leaves by its code only. What is paid at the door is delivered as a
     * whole or comes back as a whole, since of a part nobody could say how much was paid.
     */
    public Set<ShipmentState> moves(Shipment parcel) {
        return parcel.state().allowed().stream()
                .filter(next -> next != ShipmentState.HANDED_OVER || !waitsForItsCode())
                .filter(next -> payment != PaymentState.ON_DELIVERY
                        || !(next == ShipmentState.RETURNED && shipments.any(ShipmentState.DELIVERED)
                                || next == ShipmentState.DELIVERED && shipments.any(ShipmentState.RETURNED)))
                .collect(Collectors.toSet());
    }

    /** Whether its buyer collects it, and nobody has shown its code yet. */
    public boolean waitsForItsCode() {
        var ticket = shipments.pickup();
        return delivery instanceof Delivery.Pickup && (ticket == null || ticket.used() == null);
    }

    public Order with(Shipments parcels) {
        return with(preparation, parcels);
    }

    /** The same of a buyer who is signed in. */
    public Order by(String buyerId) {
        return with(preparation.by(buyerId), shipments);
    }

    private Order with(Preparation prepared, Shipments parcels) {
        return new Order(
                id,
                number,
                state,
                payment,
                fulfillment,
                contact,
                delivery,
                method,
                lines,
                totals,
                prepared,
                parcels,
                timeline,
                createdAt);
    }

    /** Whether it came to nothing while its goods were here. */
    public boolean endedBeforeLeaving() {
        var hasEnded = state == OrderState.REFUSED || state == OrderState.CANCELLED || state == OrderState.EXPIRED;
        return hasEnded && !fulfillment.someLeft();
    }

    /** Whether buyers get to see it. */
    public boolean isPlaced() {
        return state != OrderState.PREPARING && state != OrderState.REFUSED;
    }

    /** Whether somebody looks at the age of who takes the goods. */
    public boolean needsAgeCheck() {
        return kept().stream().anyMatch(line -> line.marks().alcohol());
    }
}
