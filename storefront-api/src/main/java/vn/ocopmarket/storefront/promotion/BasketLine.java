package vn.ocopmarket.storefront.promotion;

import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.ProductRecord;

/** So many of a SKU at their price of now. */
public record BasketLine(ProductRecord product, String sku, Money price, long quantity) {}
