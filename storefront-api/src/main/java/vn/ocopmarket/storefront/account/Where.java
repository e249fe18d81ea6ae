package vn.ocopmarket.storefront.account;

import org.jspecify.annotations.Nullable;

/** Where something happens, as far as that decides who may do it. */
public record Where(
        @Nullable String location,
        @Nullable String province,
        @Nullable String producer) {

    public static Where location(String id) {
        return new Where(id, null, null);
    }

    public static Where province(String code) {
        return new Where(null, code, null);
    }

    public static Where producer(String id) {
        return new Where(null, null, id);
    }

    /** A location that lies in a province. */
    public static Where location(String id, @Nullable String provinceCode) {
        return new Where(id, provinceCode, null);
    }
}
