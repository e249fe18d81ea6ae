package vn.ocopmarket.catalog.access;

/** What not everybody may do. Who may, and where, is in {@link Permissions}. */
public enum Permission {
    /** The register of producers, products and their certificates. */
    KEEP_LISTS,
    /** A producer's own page, and of its products all that no certificate speaks of. */
    EDIT_PRODUCTS,
    /** Lots, what happened to them, and calling them back. */
    KEEP_LOTS,
    /** Saying that a recall is over. */
    CLOSE_RECALLS,
    /** Everything that nobody else may. */
    ADMINISTER
}
