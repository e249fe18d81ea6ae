package vn.ocopmarket.storefront.age;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import vn.ocopmarket.contract.product.Limit;

/** When somebody was born. It is looked at and forgotten. */
public record DateOfBirth(LocalDate day) {

    private static final int OLDEST = 120;
    private static final int LONGEST = 20;

    /** As browsers send a date, and as people write one where the browser has no field for it. */
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    /** Empty for what is no day on which somebody who lives was born. */
    public static Optional<DateOfBirth> read(String text, LocalDate today) {
        var written = text.strip();
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return WRITTEN.stream()
                .flatMap(format -> parse(written, format).stream())
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(OLDEST)))
                .findFirst()
                .map(DateOfBirth::new);
    }

    /** Whether alcohol may be sold to them on that day; who was born on 29 February is old enough on 1 March. */
    public boolean mayBuyAlcohol(LocalDate today) {
        var years = Limit.ALCOHOL_BUYER_YEARS.on(today);
        return !day.isAfter(today.minusYears(years));
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "DateOfBirth[…]";
    }
}
