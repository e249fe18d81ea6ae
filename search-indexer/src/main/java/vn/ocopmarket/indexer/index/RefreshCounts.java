package vn.ocopmarket.indexer.index;

/**
 * What a refresh found and did.
 *
 * @param added were missing in the index
 * @param updated were out of date
 * @param unchanged were right
 * @param parked could not be indexed
 */
public record RefreshCounts(long added, long updated, long unchanged, long parked) {

    public static final RefreshCounts NONE = new RefreshCounts(0, 0, 0, 0);

    public RefreshCounts plus(RefreshCounts other) {
        return new RefreshCounts(
                added + other.added, updated + other.updated, unchanged + other.unchanged, parked + other.parked);
    }

    public long checked() {
        return added + updated + unchanged + parked;
    }
}
