package vn.ocopmarket.catalog.access;

/** What not everybody may do. Who may, and where, is in {@link Permissions}. */
public enum Permission {
    /** The register of producers, products and their certificates. */
    KEEP_LISTS,
    /** The lists of certificates as officers and inspectors work through them. */
    SEE_LISTS,
    /** Let a certificate rest; all else that is done to one takes {@link #KEEP_LISTS}. */
    SUSPEND_CERTIFICATES,
    /** What inspections found. */
    SEE_FINDINGS,
    /** Record what an inspection found, and act on it. */
    INSPECT,
    /** Say what was done about a finding. */
    ANSWER_FINDINGS,
    /** A producer's own page, and of its products all that no certificate speaks of. */
    EDIT_PRODUCTS,
    /** Lots, what happened to them, and calling them back. */
    KEEP_LOTS,
    /** Saying that a recall is over. */
    CLOSE_RECALLS,
    /** Stamps that the province had printed: who was given which, and what became of them. */
    KEEP_STAMPS,
    /** Everything that nobody else may. */
    ADMINISTER
}
