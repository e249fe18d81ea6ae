package vn.ocopmarket.catalog.stamp;

import org.jspecify.annotations.Nullable;

/**
 * Which stamps, and why.
 *
 * @param last null for one stamp
 */
public record NumbersDraft(
        @Nullable String first,
        @Nullable String last,
        @Nullable String reason) {}
