package vn.ocopmarket.storefront.inventory.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.visit.Coordinates;

/** A location as it is answered; its opening hours name every day, or are null when nobody said them. */
record LocationView(
        String id,
        String name,
        Location.Kind kind,
        @Nullable String provinceCode,
        boolean sellsOnline,
        boolean pickup,
        @Nullable String address,
        @Nullable String communeCode,
        @Nullable Coordinates coordinates,
        @Nullable Map<String, List<String>> openingHours) {

    static LocationView of(Location location) {
        var site = location.site();
        var hours = site.hours();
        return new LocationView(
                location.id(),
                location.name(),
                location.kind(),
                location.provinceCode(),
                location.sellsOnline(),
                location.pickup(),
                site.address(),
                site.communeCode(),
                site.coordinates(),
                hours == null ? null : hours.written());
    }
}
