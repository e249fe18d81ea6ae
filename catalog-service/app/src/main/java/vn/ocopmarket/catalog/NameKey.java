package vn.ocopmarket.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * What makes two names in lists the same: case, spacing, punctuation and the place of the tone mark do not count, accents do,
 * for {@code dừa} and {@code dứa} are two fruits.
 */
public final class NameKey {

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private NameKey() {}

    public static String of(String name) {
        var decomposed =
                Normalizer.normalize(VietnameseText.canonical(name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NOT_WORDS
                .splitAsStream(decomposed)
                .filter(word -> !word.isEmpty())
                .map(NameKey::toneLast)
                .collect(Collectors.joining(" "));
    }

    private static String toneLast(String word) {
        var tones = TONES.matcher(word)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.joining());
        return tones.isEmpty() ? word : TONES.matcher(word).replaceAll("") + tones;
    }
}
