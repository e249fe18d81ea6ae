package vn.ocopmarket.storefront.inventory.mongo;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.visit.Coordinates;
import vn.ocopmarket.storefront.visit.OpeningHours;
import vn.ocopmarket.storefront.visit.OpeningHours.Reading;
import vn.ocopmarket.storefront.visit.Site;

/** What visitors need to know of a place, as it is stored; places made before it was asked for have none of it. */
final class SiteDocuments {

    private SiteDocuments() {}

    static Document document(Site site) {
        var document = new Document("address", site.address()).append("communeCode", site.communeCode());
        var coordinates = site.coordinates();
        if (coordinates != null) {
            var _ = document.append("latitude", coordinates.latitude()).append("longitude", coordinates.longitude());
        }
        var hours = site.hours();
        return hours == null ? document : document.append("hours", new Document(new LinkedHashMap<>(hours.written())));
    }

    static Site site(@Nullable Document document) {
        if (document == null) {
            return Site.UNKNOWN;
        }
        var latitude = document.getDouble("latitude");
        var longitude = document.getDouble("longitude");
        return new Site(
                document.getString("address"),
                document.getString("communeCode"),
                latitude == null || longitude == null ? null : new Coordinates(latitude, longitude),
                hours(document.get("hours", Document.class)));
    }

    private static @Nullable OpeningHours hours(@Nullable Document week) {
        if (week == null) {
            return null;
        }
        Map<DayOfWeek, List<String>> written = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var _ = written.put(day, week.getList(day.name().toLowerCase(Locale.ROOT), String.class, List.of()));
        }
        return switch (OpeningHours.read(written)) {
            case Reading.Read(var hours) -> hours;
            case Reading.Unreadable(var faults) ->
                throw new IllegalStateException("Opening hours are stored that nobody can read: " + faults);
        };
    }
}
