package vn.ocopmarket.storefront.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a browser was told when it gave a date of birth, until it is closed. The date itself is kept nowhere. It is no proof,
 * and none is needed here: whoever takes alcohol at the door or the counter shows a document.
 */
public final class AgeCookie {

    public static final String NAME = "of-age";
    public static final String ADULT = "yes";
    public static final String UNDER_AGE = "no";

    private AgeCookie() {}

    public static boolean isAdult(@Nullable String value) {
        return ADULT.equals(value);
    }

    public static boolean isUnderAge(@Nullable String value) {
        return UNDER_AGE.equals(value);
    }
}
