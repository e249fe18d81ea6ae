package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something staff does to stock; written down before it is done, so that it is finished exactly once.
 *
 * @param id chosen by the caller; the same id again changes nothing and gives the same outcome
 * @param toLocationId where a transfer goes, else null
 * @param by who did it
 * @param note reason or paper reference, or null
 */
public record Movement(
        String id,
        Kind kind,
        String locationId,
        @Nullable String toLocationId,
        List<Line> lines,
        String by,
        @Nullable String note,
        Instant at) {

    public Movement {
        lines = merged(kind, lines);
    }

    /** What is done. */
    public enum Kind {
        RECEIPT,
        SALE,
        RETURN,
        TRANSFER,
        ADJUSTMENT,
        COUNT
    }

    /**
     * One SKU of it.
     *
     * @param lot or null: for what leaves, the lots that end first are taken
     * @param bestBefore of a lot that arrives, or null
     * @param quantity units moved; the difference of an adjustment; what was found in a count
     */
    public record Line(
            String sku, @Nullable String lot, @Nullable LocalDate bestBefore, long quantity) {}

    /** A level takes part in a movement once. */
    private static List<Line> merged(Kind kind, List<Line> lines) {
        var byLot = new LinkedHashMap<List<@Nullable Object>, Line>();
        for (var line : lines) {
            byLot.merge(
                    Arrays.asList(line.sku(), line.lot()),
                    line,
                    (one, other) ->
                            new Line(one.sku(), one.lot(), one.bestBefore(), one.quantity() + other.quantity()));
        }
        if (kind == Kind.COUNT && byLot.size() < lines.size()) {
            throw new IllegalArgumentException("A count names each SKU and lot once");
        }
        return List.copyOf(byLot.values());
    }
}
