package vn.ocopmarket.catalog.imports.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as officers write them: {@code 2026-11-21}, {@code 21/11/2026}, {@code 5-8-2026}, {@code 5.8.2026}. */
public final class DateText {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})\\s*[-/.]\\s*(?<month>\\d{1,2})\\s*[-/.]\\s*(?<year>\\d{4})");

    private DateText() {}

    /** Empty when it is no day of the calendar; the day always comes before the month. */
    public static Optional<LocalDate> read(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(yearFirst);
        }
        var dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? date(dayFirst) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, String name) {
        return Integer.parseInt(parts.group(name));
    }
}
