package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.Nullable;

/** How to reach the buyer: the least that a delivery needs. It is never logged. */
public record Contact(String name, String phone, @Nullable String email) {

    /** Whether a name or an address can be shown and printed: no control characters, no half of a character. */
    public static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(sign -> Character.isISOControl(sign)
                        || Character.getType(sign) == Character.SURROGATE
                        || sign == 0xFFFE
                        || sign == 0xFFFF);
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
