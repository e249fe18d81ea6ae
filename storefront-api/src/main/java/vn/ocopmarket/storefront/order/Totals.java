package vn.ocopmarket.storefront.order;

import java.util.List;
import vn.ocopmarket.contract.money.Money;

/**
 * What an order costs; taxes are inside the prices.
 *
 * @param goods what the goods would cost without vouchers
 * @param total what is to be paid: goods less all discounts, and delivery
 * @param tax what of the total is tax
 * @param discounts what each voucher took off, in the order of their codes
 */
public record Totals(Money goods, Money shipping, Money total, Money tax, List<Discount> discounts) {

    public Totals {
        discounts = List.copyOf(discounts);
    }

    /** Without vouchers. */
    public Totals(Money goods, Money shipping, Money total, Money tax) {
        this(goods, shipping, total, tax, List.of());
    }

    /** What a voucher took off the goods, as its names were then. */
    public record Discount(String code, String name, String nameEn, Money amount) {}

    /** Of the vouchers that it uses. */
    public List<String> vouchers() {
        return discounts.stream().map(Discount::code).toList();
    }

    /** What all vouchers took off together. */
    public Money discount() {
        return discounts.stream().map(Discount::amount).reduce(Money.ZERO, Money::plus);
    }
}
