package vn.ocopmarket.storefront.inventory;

import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/**
 * What there is of a SKU at this moment.
 *
 * @param available units that can be had
 * @param recalled units that lie there and that nobody gets, because their lot was called back
 */
public record Supply(long available, long recalled) {

    public static final Supply NONE = new Supply(0, 0);

    static Supply of(StockLevel level, long available) {
        return new Supply(available, level.offSale());
    }

    /** Whether so many cannot be had because of a recall, and not because there never were so many. */
    public boolean lacksForRecall(long wanted) {
        return recalled > 0 && available < wanted && (available <= 0 || available + recalled >= wanted);
    }

    Supply plus(Supply other) {
        return new Supply(available + other.available, recalled + other.recalled);
    }
}
