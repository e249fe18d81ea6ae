package vn.ocopmarket.catalog.product;

/** Codes of notices that the law wants shown with a product; the words are the reader's. */
public final class Notices {

    /** Alcohol is not sold to people under 18: Law 44/2019. */
    public static final String ALCOHOL_UNDER_18 = "ALCOHOL_UNDER_18";

    /** This is not a medicine and does not replace one. */
    public static final String NOT_A_MEDICINE = "NOT_A_MEDICINE";

    private Notices() {}
}
