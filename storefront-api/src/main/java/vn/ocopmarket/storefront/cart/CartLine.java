package vn.ocopmarket.storefront.cart;

import vn.ocopmarket.contract.money.Money;

/** So many of a SKU, and what one cost when the buyer last touched the line. */
public record CartLine(String sku, long quantity, Money priceWhenAdded) {}
