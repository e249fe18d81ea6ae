package vn.ocopmarket.storefront.settlement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry, and where it counts: it is open, or a statement has it; what was the market's own is neither.
 *
 * @param statement id of the one that has it, or claimed it; null for none
 * @param enteredAt by the clock of whoever entered it
 */
public record Placed(Entry entry, boolean open, @Nullable String statement, Instant enteredAt) {

    /** Stands for the month of what was the market's own, which is settled with nobody. */
    public static final String OWNED = "OWNED";

    /** Of the statement; empty for what is open. */
    public String month() {
        if (entry.isOwned()) {
            return OWNED;
        }
        return statement == null ? "" : Statement.month(statement);
    }

    /** Whether it is in exactly one place, or in none when it is settled with nobody. */
    boolean isInItsPlace() {
        return entry.isOwned() ? !open && statement == null : open == (statement == null);
    }
}
