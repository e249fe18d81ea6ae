package vn.ocopmarket.storefront.pages;

/**
 * One wrong field of a request, as listed in the {@code errors} of an {@code invalid-request} problem.
 *
 * @param message in the reader's language
 */
public record InvalidField(String field, String message) {}
