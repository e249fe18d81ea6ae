package vn.ocopmarket.catalog.place;

/**
 * A province as it was before 1 July 2025.
 *
 * @param current the province that its land belongs to now
 */
public record FormerProvince(String code, String name, Province current) {}
