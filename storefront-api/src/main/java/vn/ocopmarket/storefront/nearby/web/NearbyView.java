package vn.ocopmarket.storefront.nearby.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.nearby.NearbyPlace.Nearness;

/**
 * Places that have a product, the nearest first; those that have none left come last.
 *
 * @param purchasable whether anything of the product may be sold today
 */
record NearbyView(List<PlaceView> items, boolean purchasable) {

    /**
     * A place that buyers may visit.
     *
     * @param distanceKm as the crow flies, from about where the buyer is; null when one of the two is not known
     * @param nearness by the address alone; null when coordinates were given, or nothing
     * @param openNow null when nobody said when it is open
     * @param opening the same in words
     * @param changesAt when it closes, or opens again; null when it does not or is not known
     * @param openingHours of every weekday
     */
    record PlaceView(
            AddressView location,
            @Nullable Integer distanceKm,
            @Nullable Nearness nearness,
            @Nullable Boolean openNow,
            @Nullable String opening,
            @Nullable OffsetDateTime changesAt,
            @Nullable Map<String, List<String>> openingHours,
            boolean inStock) {}

    /** Where it is. */
    record AddressView(
            String id,
            String name,
            Location.Kind kind,
            @Nullable String address,
            @Nullable NamedView commune,
            @Nullable NamedView province,
            boolean pickup) {}

    /** A place by code and name. */
    record NamedView(String code, String name) {}
}
