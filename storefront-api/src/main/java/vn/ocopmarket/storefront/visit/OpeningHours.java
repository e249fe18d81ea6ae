package vn.ocopmarket.storefront.visit;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ocopmarket.storefront.visit.Opening.Closed;
import vn.ocopmarket.storefront.visit.Opening.Open;

/**
 * When a place is open in an ordinary week, in its own time; nothing is known of holidays.
 *
 * @param week the stretches of every weekday in order; none on a day on which it stays closed
 */
public record OpeningHours(Map<DayOfWeek, List<Interval>> week) {

    private static final int DAYS = DayOfWeek.values().length;
    private static final int WEEK = DAYS * Interval.DAY;
    private static final int MOST_A_DAY = 6;

    public OpeningHours {
        var all = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var sorted = week.getOrDefault(day, List.of()).stream()
                    .sorted(Comparator.comparingInt(Interval::from))
                    .toList();
            var _ = all.put(day, sorted);
        }
        week = Map.copyOf(all);
    }

    /** What came of reading opening hours. */
    public sealed interface Reading {

        /** They can be kept. */
        record Read(OpeningHours hours) implements Reading {}

        /** They cannot; everything that is wrong is named. */
        record Unreadable(List<Fault> faults) implements Reading {

            public Unreadable {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Something wrong with what was written for a day. */
    public record Fault(DayOfWeek day, Kind kind, String written) {

        /** What is wrong. */
        public enum Kind {
            FORM,
            OVERLAP,
            TOO_MANY
        }
    }

    /** Reads stretches such as {@code 07:30-11:30}; days that are missing stay closed. */
    public static Reading read(Map<DayOfWeek, List<String>> written) {
        var faults = new ArrayList<Fault>();
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        written.forEach((day, stretches) -> {
            if (stretches.size() > MOST_A_DAY) {
                faults.add(new Fault(day, Fault.Kind.TOO_MANY, String.valueOf(stretches.size())));
                return;
            }
            stretches.stream()
                    .filter(stretch -> Interval.read(stretch).isEmpty())
                    .forEach(stretch -> faults.add(new Fault(day, Fault.Kind.FORM, stretch)));
            week.put(
                    day,
                    stretches.stream()
                            .flatMap(stretch -> Interval.read(stretch).stream())
                            .toList());
        });
        var hours = new OpeningHours(week);
        faults.addAll(hours.overlaps());
        return faults.isEmpty() ? new Reading.Read(hours) : new Reading.Unreadable(faults);
    }

    /** What it was read from, by the English names of all weekdays in small letters. */
    public Map<String, List<String>> written() {
        var written = new LinkedHashMap<String, List<String>>();
        for (var day : DayOfWeek.values()) {
            var stretches = week.getOrDefault(day, List.of());
            var _ = written.put(
                    day.name().toLowerCase(Locale.ROOT),
                    stretches.stream().map(Interval::written).toList());
        }
        return written;
    }

    /** The night of Sunday may run into Monday, so the first stretch is looked at again after the last. */
    private List<Fault> overlaps() {
        var all = Stream.of(DayOfWeek.values()).flatMap(this::ofDay).toList();
        var faults = new ArrayList<Fault>();
        var covered = 0;
        for (var stretch : all) {
            if (stretch.from() < covered) {
                faults.add(stretch.overlap());
            }
            covered = Math.max(covered, stretch.to());
        }
        if (faults.isEmpty() && !all.isEmpty() && all.getFirst().from() + WEEK < covered) {
            faults.add(all.getFirst().overlap());
        }
        return faults;
    }

    private Stream<InWeek> ofDay(DayOfWeek day) {
        return week.getOrDefault(day, List.of()).stream().map(interval -> new InWeek(day, interval));
    }

    private record InWeek(DayOfWeek day, Interval interval) {

        int from() {
            return day.ordinal() * Interval.DAY + interval.from();
        }

        int to() {
            return day.ordinal() * Interval.DAY + interval.to();
        }

        Fault overlap() {
            return new Fault(day, Fault.Kind.OVERLAP, interval.written());
        }
    }

    /** Whether it is open then; stretches that touch, as at midnight, count as one. */
    public Opening at(LocalDateTime moment) {
        for (var stretch : around(moment)) {
            if (stretch.to().isAfter(moment)) {
                if (stretch.from().isAfter(moment)) {
                    return new Closed(stretch.from());
                }
                return new Open(stretch.to().isBefore(moment.plusDays(DAYS)) ? stretch.to() : null);
            }
        }
        return new Closed(null);
    }

    private List<Stretch> around(LocalDateTime moment) {
        var joined = new ArrayList<Stretch>();
        IntStream.rangeClosed(-1, DAYS + 1)
                .mapToObj(moment.toLocalDate()::plusDays)
                .flatMap(date -> week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                        .map(interval -> Stretch.of(date.atStartOfDay(), interval)))
                .forEach(stretch -> {
                    if (!joined.isEmpty()
                            && !stretch.from().isAfter(joined.getLast().to())) {
                        joined.add(new Stretch(joined.removeLast().from(), stretch.to()));
                    } else {
                        joined.add(stretch);
                    }
                });
        return joined;
    }

    private record Stretch(LocalDateTime from, LocalDateTime to) {

        static Stretch of(LocalDateTime midnight, Interval interval) {
            return new Stretch(midnight.plusMinutes(interval.from()), midnight.plusMinutes(interval.to()));
        }
    }
}
