package vn.ocopmarket.storefront.returning.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * What came back, in what state.
 *
 * @param key chosen by who received; the same again is the same reception
 * @param locationId where the goods are now
 */
public record Reception(String key, String locationId, List<Part> parts) {

    public Reception {
        parts = List.copyOf(parts);
    }

    /** What becomes of goods that come back; only what can be sold again is sold again. */
    public enum Condition {
        RESELLABLE,
        DAMAGED,
        RECALLED,
        PAST_DATE,
        /** They stay with the buyer, who need not send them: nothing enters stock. */
        KEPT;

        public boolean entersStock() {
            return this != KEPT;
        }
    }

    /**
     * Units of one lot in one state.
     *
     * @param ownership whose they are; null while nobody knows
     */
    public record Part(
            String sku,
            @Nullable String lot,
            @Nullable Ownership ownership,
            @Nullable LocalDate bestBefore,
            Condition condition,
            long units) {

        public Part of(@Nullable Ownership owner) {
            return new Part(sku, lot, owner, bestBefore, condition, units);
        }

        public Part in(Condition other) {
            return new Part(sku, lot, ownership, bestBefore, other, units);
        }
    }

    /** Whether it is known of everything whose it is. */
    public boolean isOfKnownOwners() {
        return parts.stream().noneMatch(part -> part.ownership() == null);
    }

    /** How many units of each SKU were the market's own. */
    public Map<String, Long> ownedUnits() {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        Part::sku,
                        Collectors.summingLong(part -> part.ownership() == Ownership.OWNED ? part.units() : 0)));
    }

    /** So many units of each SKU. */
    public Map<String, Long> units() {
        var units = new LinkedHashMap<String, Long>();
        parts.forEach(part -> units.merge(part.sku(), part.units(), Math::addExact));
        return units;
    }

    /** Why it cannot be of this request: a SKU of which more came than is awaited; null when it can. */
    public @Nullable String tooMuchFor(BuyerRequest request) {
        return units().entrySet().stream()
                .filter(each -> each.getValue() > request.awaited(each.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
