package vn.ocopmarket.indexer.feed;

/** Another instance has taken over the job, so this one stops. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException(Lease lease) {
        super("The lease of %s with epoch %d is lost".formatted(lease.job(), lease.epoch()));
    }
}
