package vn.ocopmarket.catalog.imports;

/** Another worker has the import now. */
public final class ClaimLostException extends RuntimeException {

    public ClaimLostException() {
        super("Another worker has the import", null, false, false);
    }
}
