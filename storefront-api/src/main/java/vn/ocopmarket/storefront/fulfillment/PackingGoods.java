package vn.ocopmarket.storefront.fulfillment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Shipments;

/** Chooses goods for parcels. */
final class PackingGoods {

    private PackingGoods() {}

    /** Empty when there is nothing left there, or less than was asked for. */
    static List<Take> chosen(List<Take> rest, Packing wish) {
        var there = rest.stream()
                .filter(take -> wish.locationId() == null || wish.locationId().equals(take.locationId()))
                .toList();
        if (wish.quantities().isEmpty()) {
            return there;
        }
        var missing = new LinkedHashMap<>(wish.quantities());
        var chosen = new ArrayList<Take>();
        for (var take : there) {
            var units = Math.min(take.quantity(), missing.getOrDefault(take.sku(), 0L));
            if (units > 0) {
                chosen.add(Shipments.of(take, units));
                missing.merge(take.sku(), -units, Long::sum);
            }
        }
        return missing.values().stream().allMatch(units -> units == 0) ? chosen : List.of();
    }
}
