package vn.ocopmarket.catalog.place;

/**
 * One of the 3,321 communes in force.
 *
 * @param code five digits
 * @param name with its kind
 */
public record Commune(String code, String name, Province province) {}
