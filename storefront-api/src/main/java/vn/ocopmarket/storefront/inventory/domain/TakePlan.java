package vn.ocopmarket.storefront.inventory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** From which levels a quantity of one SKU is taken: one location if any has enough, the lots that end first before others. */
public sealed interface TakePlan {

    /** Take these. */
    record Feasible(List<Part> parts) implements TakePlan {

        public Feasible {
            parts = List.copyOf(parts);
        }
    }

    /** There is only so much. */
    record Infeasible(long available) implements TakePlan {}

    /** So much from one level. */
    record Part(StockLevel level, long quantity) {}

    /** A plan for a quantity out of levels of one SKU; the day decides what is past its date, the moment which holds count. */
    static TakePlan of(Collection<StockLevel> levels, long quantity, LocalDate day, Instant now) {
        var sellable = levels.stream()
                .filter(level -> level.sellableOn(day))
                .filter(level -> level.availableAt(now) > 0)
                .sorted(StockLevel.FIRST_EXPIRY_FIRST)
                .toList();
        var total = available(sellable, now);
        if (total < quantity) {
            return new Infeasible(total);
        }
        var byLocation = sellable.stream()
                .collect(Collectors.groupingBy(StockLevel::locationId, LinkedHashMap::new, Collectors.toList()));
        var source = byLocation.values().stream()
                .filter(there -> available(there, now) >= quantity)
                .findFirst()
                .orElse(sellable);
        return new Feasible(parts(source, quantity, now));
    }

    private static List<Part> parts(List<StockLevel> source, long quantity, Instant now) {
        var parts = new ArrayList<Part>();
        var missing = quantity;
        for (var level : source) {
            var part = Math.min(missing, level.availableAt(now));
            if (part > 0) {
                parts.add(new Part(level, part));
                missing -= part;
            }
        }
        return parts;
    }

    private static long available(Collection<StockLevel> levels, Instant now) {
        return levels.stream().mapToLong(level -> level.availableAt(now)).sum();
    }
}
