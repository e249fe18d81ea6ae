package vn.ocopmarket.storefront.promotion.domain;

import java.time.LocalDate;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Limit;

/**
 * A line of goods as vouchers see it.
 *
 * @param group code of its product group
 * @param province code of where it is made
 * @param producer id of who makes it
 * @param promotable whether the law lets its price be lowered
 */
public record Goods(
        String sku,
        String group,
        String province,
        String producer,
        Money unitPrice,
        long quantity,
        boolean promotable) {

    private static final int WHOLE = 100;

    public long worth() {
        return unitPrice.times(quantity).amount();
    }

    /** The most that the law lets discounts take off on that day, so that no unit loses more than its part. */
    long mostOff(LocalDate day) {
        if (!promotable) {
            return 0;
        }
        var ofOne = Math.multiplyExact(unitPrice.amount(), Limit.MOST_DISCOUNT_PERCENT.on(day)) / WHOLE;
        return Math.multiplyExact(ofOne, quantity);
    }
}
