package vn.ocopmarket.contract.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one way this market normalises, folds and slugs Vietnamese text. */
public final class VietnameseText {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_FOR_ADDRESSES = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS_AT_ENDS = Pattern.compile("^-|-$");

    private VietnameseText() {}

    /** The canonical form in which text is kept: NFC, trimmed, runs of white space as one space. */
    public static String canonical(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }

    /** For comparing without accents or case: {@code Đặc sản} and {@code dac san} both fold to {@code dac san}. */
    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(canonical(text), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** For addresses: folded, everything but letters and digits as single hyphens; empty when nothing is left. */
    public static String slug(String text) {
        return HYPHENS_AT_ENDS
                .matcher(NOT_FOR_ADDRESSES.matcher(fold(text)).replaceAll("-"))
                .replaceAll("");
    }
}
