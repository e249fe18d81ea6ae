package vn.ocopmarket.storefront.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.SoldLine;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;
import vn.ocopmarket.storefront.settlement.domain.Undelivered;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Part;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Told;

/**
 * What is known of goods.
 *
 * @param entered sales by their ids: they stay with their seller at their commission, and so does what goes back of them.
 *     Also what went back of lines whose units were not all of one owner
 * @param returned how many units of each SKU were the market's own, by the refunds with which they came back
 * @param decided how many units that went back of a line of both owners are entered as the market's own, by their refunds
 */
record Known(
        FindingSellers.Found catalogue,
        Map<String, Entry> entered,
        Map<String, Map<String, Long>> returned,
        Map<String, Map<String, Long>> decided) {

    Known {
        entered = Map.copyOf(entered);
        returned = Map.copyOf(returned);
        decided = Map.copyOf(decided);
    }

    Known with(Map<String, Map<String, Long>> nowDecided) {
        return new Known(catalogue, entered, returned, nowDecided);
    }

    /** By the ids of refunds. */
    Map<String, Told> told(Order order, String sku, List<Back> backs) {
        var told = new HashMap<String, Told>();
        var undelivered = undelivered(order, sku);
        for (var back : backs) {
            var entered = entered(order, sku, back);
            var received = received(order, sku, back);
            if (received == null) {
                received = undelivered.ownedOf(back.units());
                undelivered = undelivered.without(
                        back.units(), Objects.requireNonNullElse(entered, Objects.requireNonNullElse(received, 0L)));
            }
            told.put(back.refundId(), new Told(entered, received));
        }
        return told;
    }

    private static Undelivered undelivered(Order order, String sku) {
        var goods = order.shipments().those(parcel -> parcel.state() == ShipmentState.RETURNED).stream()
                .flatMap(parcel -> parcel.goods().stream())
                .filter(take -> take.sku().equals(sku))
                .toList();
        return new Undelivered(goods.stream().mapToLong(Take::quantity).sum(), owned(goods.stream(), sku));
    }

    /** What was taken out of an order was some of its goods, too. */
    private @Nullable Long received(Order order, String sku, Back back) {
        var dropped = order.shipments().drops().stream()
                .filter(drop -> Drop.refundId(drop.id()).equals(back.refundId()))
                .findFirst();
        if (dropped.isPresent()) {
            return owned(dropped.get().goods().stream(), sku);
        }
        var units = returned.get(back.refundId());
        return units == null ? null : units.getOrDefault(sku, 0L);
    }

    /** How many units of a SKU the market owned. */
    static long owned(Stream<Take> goods, String sku) {
        return goods.filter(take -> take.sku().equals(sku) && take.ownership().isOwned())
                .mapToLong(Take::quantity)
                .sum();
    }

    private @Nullable Long entered(Order order, String sku, Back back) {
        var ofLine = decided.getOrDefault(DecidingOwners.Line.id(order, sku), Map.of());
        return ofLine.containsKey(back.refundId()) ? ofLine.get(back.refundId()) : undecided(order, sku, back);
    }

    /** What was entered before it was decided for good. */
    private @Nullable Long undecided(Order order, String sku, Back back) {
        var owned = sale(SoldLine.backId(Ownership.OWNED, order.id(), back.refundId(), sku));
        var consigned = sale(SoldLine.backId(Ownership.CONSIGNED, order.id(), back.refundId(), sku));
        return owned.map(entry -> -entry.goods().units())
                .or(() -> consigned.map(entry -> back.units() + entry.goods().units()))
                .orElse(null);
    }

    Seller seller(String id, Seller now) {
        return sale(id).map(Entry::seller).orElse(now);
    }

    /** There is none of what was the market's own. */
    int commission(Part part, String id, ToIntFunction<FindingSellers.Found> now) {
        return part.ownership().isOwned()
                ? 0
                : sale(id).map(sale -> sale.figures().basisPoints()).orElseGet(() -> now.applyAsInt(catalogue));
    }

    private Optional<Entry> sale(String id) {
        return Optional.ofNullable(entered.get(id));
    }
}
