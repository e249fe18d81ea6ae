package vn.ocopmarket.contract.indicators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the programme on a day, for the products asked about.
 *
 * @param products all of them, with and without stars
 * @param certified those that show stars on the day
 * @param tracing of the certified ones, by where they can be traced
 * @param buyable of the certified ones, how many may be bought online, stock aside
 * @param years recognitions by the year of their decision, oldest first; those that ended since count too
 * @param groups the certified ones by group, the most first
 * @param provinces the certified ones by province, the most first
 * @param communes the certified ones by commune, the most first, at most a hundred
 * @param rights in names, marks and origins that hold on the day, each counted once
 * @param targets those of plans, each measured for its own area and time
 */
public record IndicatorReport(
        LocalDate day,
        long products,
        Stars certified,
        Tracing tracing,
        long buyable,
        List<Year> years,
        List<Part> groups,
        List<Part> provinces,
        List<Part> communes,
        List<RightCount> rights,
        List<Target> targets) {

    public IndicatorReport {
        years = List.copyOf(years);
        groups = List.copyOf(groups);
        provinces = List.copyOf(provinces);
        communes = List.copyOf(communes);
        rights = List.copyOf(rights);
        targets = List.copyOf(targets);
    }

    /** How many have each number of stars. */
    public record Stars(long three, long four, long five) {

        public static final Stars NONE = new Stars(0, 0, 0);

        /** With one more of that many stars; fewer than three are none. */
        public Stars plus(int stars) {
            return switch (stars) {
                case 3 -> new Stars(three + 1, four, five);
                case 4 -> new Stars(three, four + 1, five);
                case 5 -> new Stars(three, four, five + 1);
                default -> this;
            };
        }

        public long total() {
            return three + four + five;
        }
    }

    /**
     * Each product in one of the four.
     *
     * @param working a lot of it is written down here, or its trace page elsewhere answered when last asked
     * @param unchecked there is only a page elsewhere, of which it is not known whether it answers
     * @param broken there is only a page elsewhere, and it does not answer
     */
    public record Tracing(long working, long unchecked, long broken, long none) {}

    /**
     * Recognitions of one year.
     *
     * @param first of products that had none before
     * @param upgraded with more stars than ever before
     */
    public record Year(int year, Stars first, Stars upgraded) {}

    /**
     * One group, province or commune.
     *
     * @param nameEn in English, or null where names are not translated
     * @param within what it lies in, or null
     */
    public record Part(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String within,
            Stars stars,
            long traced,
            long buyable) {}

    /** How many rights of a kind there are; the kinds are those of a dossier. */
    public record RightCount(String kind, long count) {}

    /**
     * What a plan wants, and what there is.
     *
     * @param measure what is counted; the words are message bundle entries {@code indicators.measure.<MEASURE>}
     * @param area name of the area of the plan, as it was then
     * @param atLeast the number wanted, or the percentage where there is a whole
     * @param more whether just as much is not enough
     * @param from the first day of the plan
     * @param to the last
     * @param source the plan
     * @param count what there is
     * @param whole what it is a part of, or null where the number itself counts
     */
    public record Target(
            String id,
            String measure,
            String area,
            String provinceCode,
            long atLeast,
            boolean more,
            LocalDate from,
            LocalDate to,
            String source,
            long count,
            @Nullable Long whole) {

        public boolean reached() {
            var compared = whole == null ? Long.compare(count, atLeast) : Long.compare(count * 100, atLeast * whole);
            return (whole == null || whole > 0) && (more ? compared > 0 : compared >= 0);
        }

        public boolean runsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
