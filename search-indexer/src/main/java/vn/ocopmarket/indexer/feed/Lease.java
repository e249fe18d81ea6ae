package vn.ocopmarket.indexer.feed;

/**
 * The right to do one job, until someone has it with a higher epoch.
 *
 * @param position how far the job is done, for a feed the number of the last change; 0 at the beginning
 */
public record Lease(String job, long epoch, long position) {}
