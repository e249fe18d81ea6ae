package vn.ocopmarket.indexer.index;

import java.time.Instant;

/**
 * A product that could not be indexed.
 *
 * @param reason in the words of what refused it
 * @param at when it was last tried
 */
public record ParkedProduct(String id, String reason, Instant at) {}
