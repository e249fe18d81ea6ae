package vn.ocopmarket.indexer.feed;

import java.util.Locale;

/** The logs that the indexer follows. */
public enum Feed {
    /** The catalogue's; its changes name product ids. */
    PRODUCTS,
    /** The storefront's; its changes name SKUs. */
    AVAILABILITY;

    /** As metrics, health and the lease call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
