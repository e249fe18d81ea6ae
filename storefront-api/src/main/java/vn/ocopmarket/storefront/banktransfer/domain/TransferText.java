package vn.ocopmarket.storefront.banktransfer.domain;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the orders that a transfer's text may mean. Banks put words of their own around what the payer wrote, write it in
 * capitals, and break it; people copy by hand and take O for 0.
 */
public final class TransferText {

    private static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("(?=([O0]M[0-9A-Z]{9}))");
    private static final Pattern BETWEEN = Pattern.compile("[^0-9A-Z]+");
    private static final int PREFIX = 2;

    private TransferText() {}

    /** Numbers as orders have them, the likeliest first; few of them are orders. */
    public static Set<String> orderNumbers(String text) {
        var capitals = text.substring(0, Math.min(text.length(), LONGEST)).toUpperCase(Locale.ROOT);
        var numbers = new LinkedHashSet<String>();
        NUMBER.matcher(capitals).results().forEach(found -> numbers.add(number(found.group(1))));
        var unbroken = BETWEEN.matcher(capitals).replaceAll("");
        NUMBER.matcher(unbroken).results().forEach(found -> numbers.add(number(found.group(1))));
        return numbers;
    }

    private static String number(String written) {
        var random =
                written.substring(PREFIX).replace('O', '0').replace('I', '1').replace('L', '1');
        return "OM" + random;
    }
}
