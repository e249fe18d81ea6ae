package vn.ocopmarket.storefront.visit;

import org.jspecify.annotations.Nullable;

/**
 * What visitors need to know of a place; what is not known is null.
 *
 * @param address house and street
 * @param communeCode five digits
 * @param hours in the time of Vietnam
 */
public record Site(
        @Nullable String address,
        @Nullable String communeCode,
        @Nullable Coordinates coordinates,
        @Nullable OpeningHours hours) {

    public static final Site UNKNOWN = new Site(null, null, null, null);
}
