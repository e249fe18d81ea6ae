package vn.ocopmarket.contract.product;

import org.jspecify.annotations.Nullable;

/**
 * A picture of a product.
 *
 * @param url absolute, or a path on the storefront
 * @param alt what it shows, for who cannot see it
 * @param credit author or source, or null
 */
public record Media(String url, String alt, @Nullable String credit) {}
