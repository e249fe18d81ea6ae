package vn.ocopmarket.storefront.stockproof;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Stage;

/** Reads from an order what stock should know of it. */
final class Goods {

    private Goods() {}

    static OrderedGoods of(Order order, Instant now) {
        var quantities = order.kept().stream()
                .collect(Collectors.groupingBy(OrderLine::sku, Collectors.summingLong(OrderLine::quantity)));
        if (order.fulfillment() == FulfillmentState.PARTIALLY_HANDED_OVER) {
            order.shipments().left().forEach((sku, units) -> quantities.merge(sku, -units, Long::sum));
        }
        return new OrderedGoods(stage(order, now), quantities, byLevel(onTheShelf(order).stream()));
    }

    /** Which goods on the shelf the order believes to be its own: what it was given, less what left. */
    static List<Take> onTheShelf(Order order) {
        var left = byLevel(left(order));
        return order.preparation().takes().stream()
                .map(take -> Shipments.of(take, take.quantity() - left.getOrDefault(take.levelId(), 0L)))
                .filter(take -> take.quantity() > 0)
                .toList();
    }

    private static Stream<Take> left(Order order) {
        return order.shipments().live().stream()
                .filter(parcel -> parcel.state().hasLeft())
                .flatMap(parcel -> parcel.goods().stream());
    }

    private static Map<String, Long> byLevel(Stream<Take> goods) {
        return goods.collect(
                Collectors.groupingBy(Take::levelId, HashMap::new, Collectors.summingLong(Take::quantity)));
    }

    /**
     * What the order was given, when these SKUs are allocated to it so; empty when other goods of them are in a parcel that
     * stands on the shelf: somebody has to look what is in it.
     */
    static Optional<List<Take>> given(Order order, Collection<String> skus, List<Take> allocated) {
        var now = allocated.stream().filter(take -> skus.contains(take.sku())).toList();
        var there = byLevel(now.stream());
        var packed = byLevel(order.shipments().those(parcel -> parcel.state() == ShipmentState.PACKED).stream()
                .flatMap(parcel -> parcel.goods().stream())
                .filter(take -> skus.contains(take.sku())));
        if (packed.entrySet().stream().anyMatch(each -> there.getOrDefault(each.getKey(), 0L) < each.getValue())) {
            return Optional.empty();
        }
        var gone = left(order).filter(take -> skus.contains(take.sku()));
        var given = new LinkedHashMap<String, Take>();
        Stream.of(order.preparation().takes().stream().filter(take -> !skus.contains(take.sku())), gone, now.stream())
                .flatMap(goods -> goods)
                .forEach(take -> given.merge(
                        take.levelId(), take, (one, other) -> Shipments.of(one, one.quantity() + other.quantity())));
        return Optional.of(List.copyOf(given.values()));
    }

    private static Stage stage(Order order, Instant now) {
        return switch (order.state()) {
            case PREPARING -> Stage.TAKING;
            case PLACED -> {
                var until = order.preparation().holdExpiresAt();
                yield until != null && until.isAfter(now) ? Stage.HOLDING : Stage.TAKING;
            }
            case CONFIRMED -> order.fulfillment().allLeft() ? Stage.LEFT : Stage.ALLOCATED;
            case COMPLETED -> Stage.LEFT;
            case REFUSED, CANCELLED, EXPIRED -> Stage.ENDED;
        };
    }

    static Instant lastMoved(Order order) {
        return order.timeline().stream()
                .map(entry -> entry.at())
                .max(Instant::compareTo)
                .orElse(order.createdAt());
    }

    static boolean stoodStill(Order before, Order after) {
        return before.state() == after.state()
                && before.fulfillment() == after.fulfillment()
                && before.shipments().revision() == after.shipments().revision();
    }

    /** The only location its goods may come from, or null. */
    static @Nullable String source(Order order) {
        return order.delivery() instanceof Delivery.Pickup pickup ? pickup.locationId() : null;
    }
}
