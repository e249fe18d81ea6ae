package vn.ocopmarket.catalog.stamp.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * The number of a stamp as it is looked up: case, accents and the signs between do not count. What stands before the digits
 * at its end and how many they are make its roll; on a roll each number is there once, whoever prints it.
 *
 * @param head up to the last letter
 * @param digits all that follow
 */
public record StampNumber(String head, String digits) {

    private static final int LONGEST = 60;
    private static final Pattern SIGNS_BETWEEN = Pattern.compile("[\\s./_\\-\u2010-\u2014]+");
    private static final Pattern PLAIN = Pattern.compile("([A-Z0-9]{0,31}[A-Z])([0-9]{1,18})");

    /** Empty when it can be no stamp's number. */
    public static Optional<StampNumber> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = VietnameseText.fold(text).toUpperCase(Locale.ROOT);
        var read = PLAIN.matcher(SIGNS_BETWEEN.matcher(folded).replaceAll(""));
        return read.matches() ? Optional.of(new StampNumber(read.group(1), read.group(2))) : Optional.empty();
    }

    /** Where it could be. */
    public String roll() {
        return head + '/' + digits.length();
    }

    /** Its place on the roll. */
    public long position() {
        return Long.parseLong(digits);
    }

    /** As it stands in addresses. */
    @Override
    public String toString() {
        return head + digits;
    }
}
