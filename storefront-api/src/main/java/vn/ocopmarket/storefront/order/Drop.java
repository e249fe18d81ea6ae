package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.List;
import vn.ocopmarket.storefront.inventory.Take;

/**
 * Goods that were taken out of an order before they were packed; its lines stay as they were ordered.
 *
 * @param id of the request that took them out, so that asking twice takes them out once
 * @param goods by level, so that it is known which shelf has them back
 * @param booked whether stock knows that they are not the order's any more
 */
public record Drop(String id, List<Take> goods, Instant at, boolean booked) {

    private static final String REFUND = "drop:";

    public Drop {
        goods = List.copyOf(goods);
    }

    /** The id of the refund of what was paid for such goods. */
    public static String refundId(String id) {
        return REFUND + id;
    }

    /** Whether a refund is of goods that were taken out of their order. */
    public static boolean isRefund(String refundId) {
        return refundId.startsWith(REFUND);
    }

    /** How many units of a SKU were taken out. */
    public long units(String sku) {
        return goods.stream()
                .filter(take -> take.sku().equals(sku))
                .mapToLong(Take::quantity)
                .sum();
    }

    long unitsAt(String levelId) {
        return goods.stream()
                .filter(take -> take.levelId().equals(levelId))
                .mapToLong(Take::quantity)
                .sum();
    }

    Drop asBooked() {
        return new Drop(id, goods, at, true);
    }
}
