package vn.ocopmarket.storefront.shipping.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far it is between provinces: named relations, the nearest first. */
public record Zones(List<Zone> zones) {

    public Zones {
        zones = List.copyOf(zones);
    }

    /**
     * One relation.
     *
     * @param origins where it begins; null for anywhere, also where that is not known
     * @param destinations where it ends; null for anywhere, empty for the province where it began
     * @param from first day
     * @param to last day
     */
    public record Zone(
            String name,
            @Nullable Set<String> origins,
            @Nullable Set<String> destinations,
            LocalDate from,
            LocalDate to) {

        boolean joins(@Nullable String origin, String destination, LocalDate day) {
            var begins = origins == null || origin != null && origins.contains(origin);
            return begins && endsAt(origin, destination) && !day.isBefore(from) && !day.isAfter(to);
        }

        private boolean endsAt(@Nullable String origin, String destination) {
            if (destinations == null) {
                return true;
            }
            return destinations.isEmpty() ? destination.equals(origin) : destinations.contains(destination);
        }
    }

    /** The nearest that joins any of the origins with the destination. */
    public String between(Collection<String> origins, String destination, LocalDate day) {
        return zones.stream()
                .filter(zone -> origins.isEmpty()
                        ? zone.joins(null, destination, day)
                        : origins.stream().anyMatch(origin -> zone.joins(origin, destination, day)))
                .findFirst()
                .map(Zone::name)
                .orElseThrow(() -> new IllegalStateException("No zone goes to " + destination + " on " + day));
    }
}
