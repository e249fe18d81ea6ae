package vn.ocopmarket.catalog.imports.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.text.VietnameseText;

/** Prices as officers write them: {@code 150000}, {@code 150.000}, {@code 150,000 VND}. */
public final class PriceText {

    private static final Pattern CURRENCY = Pattern.compile("(vnd|dong|d|\\u20ab)$");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,\\s]\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,12}([.,]0{1,2})?");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(99_999_999_999L);

    private PriceText() {}

    /** Empty when it is no whole amount of dong above zero. */
    public static Optional<Money> read(String text) {
        var amount =
                CURRENCY.matcher(VietnameseText.fold(text)).replaceFirst("").strip();
        if (GROUPED.matcher(amount).matches()) {
            return dong(amount.replaceAll("[.,\\s]", ""));
        }
        return PLAIN.matcher(amount).matches() ? dong(amount.split("[.,]", 2)[0]) : Optional.empty();
    }

    private static Optional<Money> dong(String digits) {
        var amount = new BigDecimal(digits);
        return amount.signum() > 0 && amount.compareTo(HIGHEST) <= 0
                ? Optional.of(Money.dong(amount.longValueExact()))
                : Optional.empty();
    }
}
