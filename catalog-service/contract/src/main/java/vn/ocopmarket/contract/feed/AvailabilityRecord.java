package vn.ocopmarket.contract.feed;

import java.time.Instant;
import java.util.List;

/**
 * What can be had of one SKU now.
 *
 * @param version grows with every change of any of its levels
 * @param online units that can be bought online
 * @param locations where people can get it, with what is there
 */
public record AvailabilityRecord(
        String sku, long version, long online, List<AtLocation> locations, Instant confirmedAt) {

    public AvailabilityRecord {
        locations = List.copyOf(locations);
    }

    /** What one location that buyers may visit has of the SKU. */
    public record AtLocation(String locationId, String name, long available) {}
}
