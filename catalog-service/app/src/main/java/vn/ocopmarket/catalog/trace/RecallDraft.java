package vn.ocopmarket.catalog.trace;

import org.jspecify.annotations.Nullable;

/**
 * A call to take a lot back.
 *
 * @param reason in words for buyers
 * @param advice what who has it should do, or null
 * @param decision number of the authority's decision, or null
 */
public record RecallDraft(
        @Nullable String reason,
        @Nullable String advice,
        @Nullable String decision) {}
