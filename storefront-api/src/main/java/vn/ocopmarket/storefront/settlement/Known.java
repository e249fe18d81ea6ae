package vn.ocopmarket.storefront.settlement;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.SoldLine;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Part;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Told;

/**
 * What is known of goods.
 *
 * @param entered sales by their ids: they stay with their seller at their commission, and so does what goes back of them.
 *     Also what went back of lines whose units were not all of one owner
 * @param returned how many units of each SKU were the market's own, by the refunds with which they came back
 */
record Known(FindingSellers.Found catalogue, Map<String, Entry> entered, Map<String, Map<String, Long>> returned) {

    Known {
        entered = Map.copyOf(entered);
        returned = Map.copyOf(returned);
    }

    Told told(Order order, String sku, Back back) {
        return new Told(entered(order, sku, back), received(order, sku, back));
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
