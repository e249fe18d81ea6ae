package vn.ocopmarket.storefront.browse;

/** A cursor that was not given out for this search. */
public final class InvalidCursor extends RuntimeException {

    public InvalidCursor() {
        super("Not a cursor of this search", null, false, false);
    }
}
