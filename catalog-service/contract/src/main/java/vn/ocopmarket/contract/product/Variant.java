package vn.ocopmarket.contract.product;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;

/**
 * What a buyer can put into a cart.
 *
 * @param sku our own key, unique over the market
 * @param gtin or null: many households have none, and none is invented
 * @param label what tells it from its siblings, such as {@code Chai 500 ml}
 * @param netWeight as printed on the pack, or null
 * @param price tax included, or null while it has none
 */
public record Variant(
        String sku,
        @Nullable Gtin gtin,
        String label,
        @Nullable String netWeight,
        @Nullable Money price,
        TaxClass taxClass) {}
