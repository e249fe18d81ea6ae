package vn.ocopmarket.catalog.place;

/**
 * One of the 34 provinces in force.
 *
 * @param code two digits, of Decision 19/2025/QĐ-TTg; some of them named another province before July 2025
 * @param name with its kind
 */
public record Province(String code, String name) {}
