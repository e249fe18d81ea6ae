package vn.ocopmarket.storefront.fair.domain;

/**
 * A place at a fair from which somebody sells.
 *
 * @param number as on the plan of the fair, such as {@code A12}
 * @param holder producer or whoever stands there
 */
public record Stall(String number, String holder) {}
