package vn.ocopmarket.indexer.index.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.feed.AvailabilityRecord;

/**
 * What people are shown of availability. A page says how many are left only when there are few, so most sales change nothing
 * that the index has to know; whether something can be had is judged on the stock itself anyway.
 *
 * @param online by SKU, everything above {@link #FEW} being the same
 * @param places SKU and location where something is left
 */
public record ShownStock(Map<String, Long> online, Set<List<String>> places) {

    /** Up to here a page says how many are left. */
    public static final long FEW = 20;

    public ShownStock {
        online = Map.copyOf(online);
        places = Set.copyOf(places);
    }

    public static ShownStock of(List<AvailabilityRecord> availability) {
        var online = availability.stream()
                .collect(Collectors.toMap(AvailabilityRecord::sku, record -> Math.min(record.online(), FEW + 1)));
        var places = availability.stream()
                .flatMap(record -> record.locations().stream()
                        .filter(location -> location.available() > 0)
                        .map(location -> List.of(record.sku(), location.locationId())))
                .collect(Collectors.toSet());
        return new ShownStock(online, places);
    }
}
