package vn.ocopmarket.storefront.pos.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import vn.ocopmarket.contract.money.Money;

/** Amounts as people here write and type them. */
final class Dong {

    private static final long MOST = 10_000_000_000L;

    private Dong() {}

    /** {@code 150.000 ₫}, with a space that does not break. */
    static String text(Money money) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        return new DecimalFormat("#,##0", symbols).format(money.amount()) + "\u00a0₫";
    }

    /** What was typed, dots and signs passed over; nothing readable is zero. */
    static Money read(String typed) {
        var digits = typed.replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > 11) {
            return Money.ZERO;
        }
        return Money.dong(Math.min(Long.parseLong(digits), MOST));
    }
}
