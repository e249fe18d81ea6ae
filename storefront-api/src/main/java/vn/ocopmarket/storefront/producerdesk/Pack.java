package vn.ocopmarket.storefront.producerdesk;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

/**
 * One pack as its producer wants it.
 *
 * @param sku or null for a new one, for which the catalogue makes one up
 * @param gtin as typed, or null
 * @param taxClass or null for that of its group
 */
public record Pack(
        @Nullable String sku,
        @Nullable String gtin,
        String label,
        @Nullable String netWeight,
        @Nullable Money price,
        @Nullable TaxClass taxClass) {

    public static Pack of(Variant variant) {
        var gtin = variant.gtin();
        return new Pack(
                variant.sku(),
                gtin == null ? null : gtin.value(),
                variant.label(),
                variant.netWeight(),
                variant.price(),
                variant.taxClass());
    }

    public Pack at(@Nullable Money amount) {
        return new Pack(sku, gtin, label, netWeight, amount, taxClass);
    }
}
