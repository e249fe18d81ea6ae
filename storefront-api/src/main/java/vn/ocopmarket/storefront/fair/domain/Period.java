package vn.ocopmarket.storefront.fair.domain;

import java.time.LocalDate;

/** Days from the first to the last, both included. */
public record Period(LocalDate first, LocalDate last) {

    public static final int LONGEST_DAYS = 92;

    public Period {
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS - 1L))) {
            throw new IllegalArgumentException(
                    "A fair lasts from 1 to %d days, not from %s to %s".formatted(LONGEST_DAYS, first, last));
        }
    }

    /** What is left of it on a day; the last day when it is over. */
    public Period remainingOn(LocalDate day) {
        if (day.isAfter(last)) {
            return new Period(last, last);
        }
        return day.isAfter(first) ? new Period(day, last) : this;
    }

    public boolean isOverOn(LocalDate day) {
        return day.isAfter(last);
    }
}
