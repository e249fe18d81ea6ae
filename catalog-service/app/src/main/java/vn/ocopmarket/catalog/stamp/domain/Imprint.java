package vn.ocopmarket.catalog.stamp.domain;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How the numbers of a batch are printed.
 *
 * @param series what stands before the digits, such as {@code HT26-}
 * @param digits how many there are, with noughts before
 */
public record Imprint(String series, int digits) {

    private static final int LONGEST_SERIES = 20;
    private static final int MOST_DIGITS = 12;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1," + MOST_DIGITS + "}");
    private static final Pattern SIGNS_BETWEEN = Pattern.compile("[\\s.]+");

    /** Empty when a series has no letter, or when the digits are none or too many: its numbers could not be told apart. */
    public static Optional<Imprint> of(String series, int digits) {
        var imprint = new Imprint(series, digits);
        var fits = series.length() <= LONGEST_SERIES
                && digits >= 1
                && digits <= MOST_DIGITS
                && StampNumber.of(imprint.written(0)).isPresent();
        return fits ? Optional.of(imprint) : Optional.empty();
    }

    public String written(long number) {
        var plain = Long.toString(number);
        return series + "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }

    public StampNumber stamp(long number) {
        return StampNumber.of(written(number)).orElseThrow();
    }

    /** Where those numbers are on their roll. */
    public Span rolled(Span span) {
        return new Span(stamp(span.first()).position(), stamp(span.last()).position());
    }

    /** The number that somebody means who writes the digits alone, or all of it; empty when it is none of this print. */
    public OptionalLong read(String text) {
        var plain = SIGNS_BETWEEN.matcher(text.strip()).replaceAll("");
        if (DIGITS.matcher(plain).matches()) {
            return plain.length() <= digits ? OptionalLong.of(Long.parseLong(plain)) : OptionalLong.empty();
        }
        return StampNumber.of(text)
                .filter(stamp -> stamp.roll().equals(stamp(0).roll()))
                .map(this::numberOf)
                .filter(number -> number >= 0 && Long.toString(number).length() <= digits)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The number at that place of the roll. */
    long numberOf(StampNumber stamp) {
        return stamp.position() - stamp(0).position();
    }
}
