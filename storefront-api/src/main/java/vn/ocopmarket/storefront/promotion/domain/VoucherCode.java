package vn.ocopmarket.storefront.promotion.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/** Codes as people type them: in any case, with spaces or hyphens, with the accents that a keyboard puts in. */
public final class VoucherCode {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Zs}\\u200B-]+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4,20}");
    private static final int LONGEST_TYPED = 60;

    private VoucherCode() {}

    /** As it is kept and shown; something that {@link #isCode} refuses when it cannot be one. */
    public static String of(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return "";
        }
        var plain = BETWEEN.matcher(VietnameseText.fold(typed)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT);
    }

    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }
}
