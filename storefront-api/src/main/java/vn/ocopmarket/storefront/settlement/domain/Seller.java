package vn.ocopmarket.storefront.settlement.domain;

/**
 * A producer as settlements name it.
 *
 * @param kind legal form as declared when the goods were sold, such as HTX or hộ; empty when it is not known
 */
public record Seller(String id, String name, String kind) {}
