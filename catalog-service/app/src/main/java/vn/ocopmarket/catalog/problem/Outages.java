package vn.ocopmarket.catalog.problem;

/** Tells a store that does not answer now from a fault of ours; callers hear 503 and when to come back. */
@FunctionalInterface
public interface Outages {

    boolean isOutage(Throwable failure);
}
