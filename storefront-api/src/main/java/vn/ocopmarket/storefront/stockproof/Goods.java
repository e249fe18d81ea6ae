package vn.ocopmarket.storefront.stockproof;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
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
        return new OrderedGoods(stage(order, now), quantities);
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
