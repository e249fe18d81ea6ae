package vn.ocopmarket.storefront.stockcount.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A count of the shelves of one location; there is one at a time.
 *
 * @param id chosen before the first try
 * @param approvedBy who had the differences booked, or null
 * @param blocked keys of lines whose difference could not be booked, because more is promised to orders than was found
 */
public record StockCount(
        String id,
        String location,
        State state,
        List<CountLine> lines,
        String startedBy,
        Instant startedAt,
        @Nullable String approvedBy,
        Set<String> blocked) {

    public StockCount {
        lines = List.copyOf(lines);
        blocked = Set.copyOf(blocked);
    }

    /** How far it has got. */
    public enum State {
        /** Lines are counted. */
        COUNTING,
        /** Everything is counted; a manager decides. */
        SUBMITTED,
        /** The differences are being booked. */
        BOOKING,
        BOOKED,
        /** Given up; nothing was booked. */
        DISCARDED;

        public Set<State> allowed() {
            return switch (this) {
                case COUNTING -> Set.of(SUBMITTED, DISCARDED);
                case SUBMITTED -> Set.of(COUNTING, BOOKING);
                case BOOKING -> Set.of(BOOKED);
                case BOOKED, DISCARDED -> Set.of();
            };
        }

        /** Whether another count of the location has to wait. */
        public boolean isOpen() {
            return !allowed().isEmpty();
        }
    }

    /** Lines that have to be counted again before anybody may decide. */
    public List<CountLine> toRecount(Tolerance tolerance) {
        return lines.stream().filter(line -> !line.isSettled(tolerance)).toList();
    }

    /** How many looks were taken. */
    public long looks() {
        return lines.stream().mapToLong(line -> line.looks().size()).sum();
    }

    /** Lines that differ from what was known when they were counted. */
    public List<CountLine> differing() {
        return lines.stream().filter(line -> line.difference() != 0).toList();
    }
}
