package vn.ocopmarket.catalog.access;

import org.jspecify.annotations.Nullable;

/** Where something happens, as far as that decides who may do it. */
public record Where(@Nullable String province, @Nullable String producer) {

    public static Where province(String code) {
        return new Where(code, null);
    }

    /** What a producer has in a province. */
    public static Where producer(String id, String provinceCode) {
        return new Where(provinceCode, id);
    }
}
