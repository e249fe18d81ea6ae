package vn.ocopmarket.contract.product;

/** What a certificate is on a given day. */
public enum CertificateState {
    NOT_YET_VALID(false),
    VALID(true),
    RENEWAL_WINDOW(true),
    LATE_FOR_RENEWAL(true),
    EXTENDED(true),
    SUSPENDED(false),
    EXPIRED(false),
    WITHDRAWN(false),
    SUPERSEDED(false);

    private final boolean showsStars;

    CertificateState(boolean showsStars) {
        this.showsStars = showsStars;
    }

    /** Stars are shown and the product is sold as OCOP only in such a state. */
    public boolean showsStars() {
        return showsStars;
    }
}
