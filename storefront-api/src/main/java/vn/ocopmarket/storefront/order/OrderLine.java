package vn.ocopmarket.storefront.order;

import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;

/**
 * What was ordered, as it was then.
 *
 * @param certificate number of the certificate that held at that moment
 * @param total unit price times quantity, tax included
 * @param tax the part of the total that is tax, rounded half up once
 */
public record OrderLine(
        String sku,
        String productId,
        String slug,
        String name,
        String label,
        String producer,
        String certificate,
        int stars,
        long quantity,
        Money unitPrice,
        Money total,
        TaxClass taxClass,
        Tax tax) {

    /**
     * Tax inside a price.
     *
     * @param basisPoints 800 is 8 %
     * @param perUnit tax of one unit, so that parts given back add up to exactly what was paid …
     * @param unitsWithOneMore … with one dong more for so many of them
     */
    public record Tax(int basisPoints, Money amount, long perUnit, long unitsWithOneMore) {}
}
