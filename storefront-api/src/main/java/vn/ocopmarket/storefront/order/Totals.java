package vn.ocopmarket.storefront.order;

import vn.ocopmarket.contract.money.Money;

/** What an order costs; taxes are inside the prices. */
public record Totals(Money goods, Money shipping, Money total, Money tax) {}
