package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Place;
import vn.ocopmarket.storefront.inventory.domain.LevelKey;

/**
 * Something staff does to stock; written down before it is done, so that it is finished exactly once.
 *
 * @param id chosen by the caller; the same id again changes nothing and gives the same outcome
 * @param toLocationId where a transfer goes, else null
 * @param by who did it
 * @param note words or paper reference, or null
 * @param reason of an adjustment, else null
 */
public record Movement(
        String id,
        Kind kind,
        String locationId,
        @Nullable String toLocationId,
        List<Line> lines,
        String by,
        @Nullable String note,
        Instant at,
        @Nullable Reason reason) {

    /** More units of one lot than anybody means to move at once. */
    public static final long MOST_UNITS = 1_000_000_000;

    public Movement {
        lines = merged(kind, lines);
        for (var line : lines) {
            if (!isMeant(kind, line.quantity())) {
                throw new IllegalArgumentException(
                        "%d units of %s are no %s".formatted(line.quantity(), line.sku(), kind));
            }
        }
    }

    /** Without a reason, as for all that is not an adjustment. */
    public Movement(
            String id,
            Kind kind,
            String locationId,
            @Nullable String toLocationId,
            List<Line> lines,
            String by,
            @Nullable String note,
            Instant at) {
        this(id, kind, locationId, toLocationId, lines, by, note, at, null);
    }

    /** What is done. */
    public enum Kind {
        RECEIPT,
        SALE,
        RETURN,
        TRANSFER,
        /** Exactly the lots that are named go elsewhere, those that cannot be sold too. */
        RELOCATION,
        ADJUSTMENT,
        /** What is there is said, and replaces what was known. */
        COUNT,
        /** By how much a count differed from what was known at that moment; sales have gone on since. */
        COUNT_DIFFERENCE
    }

    /** Why what is there is not what was known. */
    public enum Reason {
        DAMAGED,
        LOST,
        FOUND,
        EXPIRED,
        RECALLED,
        SAMPLE,
        THEFT,
        /** Fewer came out of a transfer than were sent. */
        SHORT_DELIVERY,
        /** More came out of a transfer than were sent. */
        OVER_DELIVERY,
        CORRECTION;

        /** Whether it can be why there is more, or less. */
        public boolean explains(long difference) {
            return switch (this) {
                case FOUND, OVER_DELIVERY -> difference > 0;
                case DAMAGED, LOST, EXPIRED, RECALLED, SAMPLE, THEFT, SHORT_DELIVERY -> difference < 0;
                case CORRECTION -> difference != 0;
            };
        }
    }

    /**
     * One SKU of it.
     *
     * @param lot or null: of what is sold or transferred, the lots that end first are taken
     * @param ownership whose what arrives is, or what is set right; what is sold or transferred keeps its own
     * @param bestBefore of a lot that arrives, or null
     * @param quantity units moved; the difference of an adjustment or count; what was found in a count
     */
    public record Line(
            String sku,
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore,
            long quantity) {

        /** Of goods on consignment; or of what is sold or transferred, whosever it is. */
        public Line(String sku, @Nullable String lot, @Nullable LocalDate bestBefore, long quantity) {
            this(sku, lot, Ownership.CONSIGNED, bestBefore, quantity);
        }

        LevelKey at(String locationId) {
            return new LevelKey(locationId, sku, lot, ownership);
        }

        Place arrivesAt(String locationId) {
            return new Place(locationId, sku, lot, ownership, bestBefore);
        }
    }

    /** A level takes part in a movement once. */
    private static List<Line> merged(Kind kind, List<Line> lines) {
        var byLot = new LinkedHashMap<List<@Nullable Object>, Line>();
        for (var line : lines) {
            byLot.merge(Arrays.asList(line.sku(), line.lot(), line.ownership()), line, Movement::plus);
        }
        if (kind == Kind.COUNT && byLot.size() < lines.size()) {
            throw new IllegalArgumentException("A count names each level once");
        }
        return List.copyOf(byLot.values());
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.sku(),
                one.lot(),
                one.ownership(),
                earlier(one.bestBefore(), other.bestBefore()),
                Math.addExact(one.quantity(), other.quantity()));
    }

    /** Of two dates for one lot the earlier is the safe one. */
    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static boolean isMeant(Kind kind, long quantity) {
        var least = switch (kind) {
            case RECEIPT, SALE, RETURN, TRANSFER, RELOCATION -> 1;
            case COUNT -> 0;
            case ADJUSTMENT, COUNT_DIFFERENCE -> -MOST_UNITS;
        };
        return quantity >= least && quantity <= MOST_UNITS;
    }
}
