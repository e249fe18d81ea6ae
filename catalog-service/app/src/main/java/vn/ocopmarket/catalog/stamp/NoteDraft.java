package vn.ocopmarket.catalog.stamp;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.stamp.domain.Fate;

/**
 * What became of which stamps.
 *
 * @param last null for one stamp
 * @param lot of the goods they are on; may be left out
 * @param reason may be left out for those that are used
 * @param on null for today
 */
public record NoteDraft(
        @Nullable String first,
        @Nullable String last,
        @Nullable Fate fate,
        @Nullable String lot,
        @Nullable String reason,
        @Nullable LocalDate on) {}
