package vn.ocopmarket.catalog.proposal.domain;

/**
 * The table of what a producer may change of its products, and whether an officer reads it before buyers do. What is not
 * here is the officers' to change. {@code docs/adr/0008} gives the reasons, and a test compares the two.
 */
public enum EditableField {
    /** The buyer sees at checkout what is charged, and no certificate speaks of it. */
    PRICE(Review.AT_ONCE),
    STORY(Review.BEFORE_DISPLAY),
    PICTURES(Review.BEFORE_DISPLAY),
    TRACE_PAGE(Review.BEFORE_DISPLAY),
    ALCOHOL(Review.BEFORE_DISPLAY),
    PACK_NAME(Review.BEFORE_DISPLAY),
    NET_WEIGHT(Review.BEFORE_DISPLAY),
    GTIN(Review.BEFORE_DISPLAY),
    TAX_CLASS(Review.BEFORE_DISPLAY),
    /** With all that is said of it, its price too. */
    NEW_PACK(Review.BEFORE_DISPLAY),
    REMOVED_PACK(Review.BEFORE_DISPLAY);

    private final Review review;

    EditableField(Review review) {
        this.review = review;
    }

    public Review review() {
        return review;
    }

    /** When buyers see it. */
    public enum Review {
        AT_ONCE,
        BEFORE_DISPLAY
    }
}
