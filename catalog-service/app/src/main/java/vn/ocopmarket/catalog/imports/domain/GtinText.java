package vn.ocopmarket.catalog.imports.domain;

import java.util.regex.Pattern;
import vn.ocopmarket.contract.gs1.Gtin;

/** GTINs as officers' files hold them. */
public sealed interface GtinText {

    /** A right one. */
    record Right(Gtin gtin) implements GtinText {}

    /** Its last digit does not fit the others. */
    record WrongCheckDigit(String digits) implements GtinText {}

    /** It has not 8, 12, 13 or 14 digits. */
    record WrongLength(String digits) implements GtinText {}

    /** It holds something else than digits; a spreadsheet may have rounded it. */
    record NotDigits(String text) implements GtinText {}

    /**
     * Reads one.
     *
     * @param number whether the file holds it as a number: then its leading zeros are lost, and put back here
     */
    static GtinText read(String text, boolean number) {
        var digits = Spacing.NONE.matcher(text).replaceAll("");
        if (!digits.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return new NotDigits(text);
        }
        var whole = number && digits.length() < 14 ? "0".repeat(14 - digits.length()) + digits : digits;
        return switch (whole.length()) {
            case 8, 12, 13, 14 -> checked(whole);
            default -> new WrongLength(digits);
        };
    }

    private static GtinText checked(String digits) {
        try {
            return new Right(Gtin.parse(digits));
        } catch (IllegalArgumentException e) {
            return new WrongCheckDigit(digits);
        }
    }

    /** What people put between groups of digits. */
    final class Spacing {

        private static final Pattern NONE = Pattern.compile("[\\s\\u00a0'-]+");

        private Spacing() {}
    }
}
