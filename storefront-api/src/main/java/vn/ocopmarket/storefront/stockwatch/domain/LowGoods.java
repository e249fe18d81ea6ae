package vn.ocopmarket.storefront.stockwatch.domain;

/**
 * A SKU of which a location has too little left.
 *
 * @param available what can be sold there
 * @param threshold at or below which somebody should order more
 * @param own whether the threshold was set for this SKU and location, and is not the one for all
 */
public record LowGoods(String sku, long available, long threshold, boolean own) {

    /** A threshold of 0 asks for nothing: the SKU may run out. */
    public boolean isLow() {
        return threshold > 0 && available <= threshold;
    }
}
