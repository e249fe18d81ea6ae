package vn.ocopmarket.contract.product;

/** Where something is shown or sold. */
public enum Channel {
    ONLINE,
    COUNTER,
    FAIR,
    /** Lists and feeds for others to use. */
    EXPORT,
    /** Advertising: banners, newsletters, featured places. */
    PROMOTION
}
