package vn.ocopmarket.catalog.stamp;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which stamps are given to whom.
 *
 * @param key chosen by the caller before the first try, so that a second try finds the first; another giving has another
 * @param last null for one stamp
 * @param product id, or the name in its address
 * @param certificate number of the one they are given under; null for the one whose stars are shown that day
 * @param on null for today
 */
public record RangeDraft(
        @Nullable String key,
        @Nullable String first,
        @Nullable String last,
        @Nullable String product,
        @Nullable String certificate,
        @Nullable LocalDate on) {}
