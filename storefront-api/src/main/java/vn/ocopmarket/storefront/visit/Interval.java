package vn.ocopmarket.storefront.visit;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of a day, which may go on after midnight.
 *
 * @param from minute of its day
 * @param to first minute after it, counted on from the same midnight
 */
public record Interval(int from, int to) {

    static final int DAY = 24 * 60;

    private static final int HOUR = 60;
    private static final Pattern WRITTEN =
            Pattern.compile("((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)");

    public Interval {
        if (from < 0 || from >= DAY || to <= from || to > DAY && to >= from + DAY) {
            throw new IllegalArgumentException("No stretch of a day: " + from + " to " + to);
        }
    }

    /** Reads {@code 08:00-17:30}, {@code 18:00-02:00} or {@code 00:00-24:00}; empty when it is none of that form. */
    static Optional<Interval> read(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var from = minute(matcher.group(1));
        var to = minute(matcher.group(2));
        if (from == to) {
            return Optional.empty();
        }
        return Optional.of(new Interval(from, to < from ? to + DAY : to));
    }

    private static int minute(String clock) {
        return clock.equals("24:00") ? DAY : LocalTime.parse(clock).toSecondOfDay() / HOUR;
    }

    /** The form that it is read from. */
    public String written() {
        return clock(from) + "-" + (to == DAY ? "24:00" : clock(to % DAY));
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}
