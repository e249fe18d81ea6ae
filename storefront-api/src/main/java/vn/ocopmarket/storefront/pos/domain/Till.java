package vn.ocopmarket.storefront.pos.domain;

/**
 * Who sells where.
 *
 * @param seller account id
 * @param sellerName as printed on the receipt
 */
public record Till(String locationId, String seller, String sellerName) {}
