package vn.ocopmarket.storefront.settlement.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month that is being closed, or is closed.
 *
 * @param after the month that was begun before it, which is closed by then; null for the first of all. No two come after the
 *     same
 * @param sellers who gets a statement: decided once, by whoever began to close it
 * @param troubles whose statements could not be written when that was last tried; none once it is closed
 * @param closing what all statements come to; null until all are written
 */
public record Period(
        YearMonth month,
        @Nullable YearMonth after,
        List<String> sellers,
        Instant begunAt,
        List<Trouble> troubles,
        @Nullable Closing closing) {

    public Period {
        sellers = List.copyOf(sellers);
        troubles = List.copyOf(troubles);
    }

    /** One that is begun. */
    public Period(YearMonth month, @Nullable YearMonth after, List<String> sellers, Instant begunAt) {
        this(month, after, sellers, begunAt, List.of(), null);
    }

    /** A producer whose statement cannot be written, for whoever has to look at it. */
    public record Trouble(String sellerId, String name, String why) {}

    /** The end of it. */
    public record Closing(Instant at, Totals totals) {}

    public boolean isClosed() {
        return closing != null;
    }
}
