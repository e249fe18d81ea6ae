package vn.ocopmarket.storefront.browse;

/** A cursor that was not given out for this search, or that is too old to go on from. */
public final class InvalidCursor extends RuntimeException {

    private final boolean tooOld;

    private InvalidCursor(String message, boolean tooOld) {
        super(message, null, false, false);
        this.tooOld = tooOld;
    }

    public InvalidCursor() {
        this("Not a cursor of this search", false);
    }

    public static InvalidCursor tooOld() {
        return new InvalidCursor("A cursor of long ago", true);
    }

    /** It was one of this search, and the first page is still to be had. */
    public boolean isTooOld() {
        return tooOld;
    }
}
