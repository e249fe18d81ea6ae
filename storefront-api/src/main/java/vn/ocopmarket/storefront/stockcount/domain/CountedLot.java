package vn.ocopmarket.storefront.stockcount.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * What is counted by itself: one lot of one owner.
 *
 * @param lot null where lots are not told apart
 */
public record CountedLot(String sku, @Nullable String lot, Ownership ownership) {

    /** {@code sku|lot}, and {@code sku|lot|OWNED} for goods the market bought. */
    public String key() {
        var key = sku + "|" + (lot == null ? "" : lot);
        return ownership.isOwned() ? key + "|" + ownership : key;
    }

    /** Reads a key; neither SKUs nor lots have a bar in them. */
    public static CountedLot of(String key) {
        var parts = key.split("\\|", -1);
        return new CountedLot(
                parts[0], parts[1].isEmpty() ? null : parts[1], Ownership.of(parts.length > 2 ? parts[2] : null));
    }
}
