package vn.ocopmarket.storefront.nearby;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.visit.Opening;

/**
 * A place that buyers may visit and that has a product, or had it.
 *
 * @param distanceKm whole kilometres as the crow flies, at least one; null when either point is not known
 * @param opening null when nobody said when it is open
 * @param inStock whether one can be bought there at this moment
 */
public record NearbyPlace(
        Location location,
        Nearness nearness,
        @Nullable Integer distanceKm,
        @Nullable Opening opening,
        boolean inStock) {

    /** How near it is by its address, the nearest first; without a map nobody knows more. */
    public enum Nearness {
        SAME_COMMUNE,
        SAME_PROVINCE,
        ELSEWHERE,
        UNTOLD
    }
}
