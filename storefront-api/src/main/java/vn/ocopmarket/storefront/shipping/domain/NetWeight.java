package vn.ocopmarket.storefront.shipping.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads a weight or a volume as it is printed on packs. */
public final class NetWeight {

    private static final int LONGEST = 200;
    private static final BigDecimal GRAMS_OF_A_KILO = BigDecimal.valueOf(1_000);

    /** {@code 500 ml}, {@code 1,5 kg}, {@code 10 gói x 20 g}: how many, then how much of each. */
    private static final Pattern PRINTED =
            Pattern.compile("(?<![\\d.,])(?:(\\d{1,3})\\s?[\\p{L}]{0,10}\\s?[x×*]\\s?)?(\\d{1,5}(?:[.,]\\d{1,3})?)\\s?"
                    + "(kilogam|kg|gram|gam|gr|g|mililit|mililít|ml|lít|lit|l)(?![\\p{L}\\d])");

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}[.,]\\d{3}");

    private NetWeight() {}

    /** In grams, a millilitre counted as one; empty when the text tells none. */
    public static OptionalLong gramsIn(String text) {
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var printed = PRINTED.matcher(shown.toLowerCase(Locale.ROOT));
        if (!printed.find()) {
            return OptionalLong.empty();
        }
        var pieces = printed.group(1) == null ? 1 : Long.parseLong(printed.group(1));
        var unit = printed.group(3);
        var inKilos = unit.startsWith("k") || unit.startsWith("l");
        var each = inKilos ? number(printed.group(2)).multiply(GRAMS_OF_A_KILO) : grams(printed.group(2));
        var grams = each.setScale(0, RoundingMode.CEILING);
        return grams.signum() <= 0 ? OptionalLong.empty() : OptionalLong.of(pieces * grams.longValueExact());
    }

    /** Three digits behind a mark are thousands: nobody prints thousandths of a gram. */
    private static BigDecimal grams(String printed) {
        return THOUSANDS.matcher(printed).matches()
                ? new BigDecimal(printed.replace(".", "").replace(",", ""))
                : number(printed);
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(',', '.'));
    }
}
