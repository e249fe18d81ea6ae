package vn.ocopmarket.storefront.suggest.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/** Decides which words may be counted at all: only what can hardly be anybody's number, address or code. */
public final class Countable {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 6;

    /** Letters, or a number as in {@code 5 sao}, {@code 100k} and {@code 500ml}. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{1,15}|\\d{1,3}[\\p{L}\\p{M}]{0,3}");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final int MOST_DIGITS = 4;

    private Countable() {}

    /** In the form in which it is counted; empty when it must not be. */
    public static Optional<String> of(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var words = VietnameseText.canonical(typed).toLowerCase(Locale.ROOT);
        var all = words.split(" ");
        return words.length() >= SHORTEST
                        && words.length() <= LONGEST
                        && all.length <= MOST_WORDS
                        && DIGIT.matcher(words).results().count() <= MOST_DIGITS
                        && Arrays.stream(all)
                                .allMatch(word -> WORD.matcher(word).matches())
                ? Optional.of(words)
                : Optional.empty();
    }
}
