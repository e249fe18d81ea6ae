package vn.ocopmarket.storefront.settlement.domain;

/** Parts of ten thousand of an amount. */
final class Parts {

    private static final long WHOLE = 10_000;

    private Parts() {}

    /** Rounded half up; grows with the amount, so that differences of it add up to it. */
    static long of(long amount, int basisPoints) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(amount, (long) basisPoints), WHOLE / 2), WHOLE);
    }
}
