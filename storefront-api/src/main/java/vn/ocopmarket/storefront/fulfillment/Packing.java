package vn.ocopmarket.storefront.fulfillment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to go into new parcels.
 *
 * @param key asking again under it makes no more parcels
 * @param locationId where it is packed; null for a parcel at each location that has goods of the order
 * @param quantities by SKU; empty for all that is left there
 */
public record Packing(String key, @Nullable String locationId, Map<String, Long> quantities) {

    public Packing {
        quantities = Map.copyOf(quantities);
    }

    private static final String REST = "rest";

    /** All that is left, wherever it lies. */
    static Packing ofTheRest() {
        return new Packing(REST, null, Map.of());
    }

    boolean isOfTheRest() {
        return key.equals(REST);
    }
}
