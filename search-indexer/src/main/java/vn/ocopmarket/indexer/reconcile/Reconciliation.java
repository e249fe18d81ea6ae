package vn.ocopmarket.indexer.reconcile;

import java.time.Instant;

/**
 * What a comparison of the whole index with the catalogue found, all of it repaired unless it says otherwise.
 *
 * @param checked products of the catalogue
 * @param missing were not in the index
 * @param stale were in it with older facts
 * @param extra were in it but not in the catalogue
 * @param parked could not be indexed; they stay parked
 */
public record Reconciliation(
        Instant startedAt, Instant finishedAt, long checked, long missing, long stale, long extra, long parked) {

    public long repaired() {
        return missing + stale + extra;
    }
}
