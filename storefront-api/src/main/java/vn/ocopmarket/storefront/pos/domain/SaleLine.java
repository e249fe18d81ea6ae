package vn.ocopmarket.storefront.pos.domain;

import vn.ocopmarket.contract.money.Money;

/**
 * What is sold of one SKU, in the words and at the price of the moment it was scanned.
 *
 * @param slug of the product's page
 * @param label tells the variant from its siblings
 * @param price of one, tax included
 * @param alcohol whether the buyer's age matters
 */
public record SaleLine(
        String sku, String slug, String name, String label, Money price, long quantity, boolean alcohol) {

    public SaleLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line has at least one unit, not " + quantity);
        }
    }

    public Money total() {
        return price.times(quantity);
    }

    SaleLine withQuantity(long other) {
        return new SaleLine(sku, slug, name, label, price, other, alcohol);
    }

    SaleLine withPrice(Money other) {
        return new SaleLine(sku, slug, name, label, other, quantity, alcohol);
    }
}
