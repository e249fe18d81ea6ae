package vn.ocopmarket.contract.text;

import java.text.Normalizer;
import java.util.Locale;

/** The one way this market normalises, folds and slugs Vietnamese text. */
public final class VietnameseText {

    private VietnameseText() {}

    /** The canonical form in which text is kept: NFC, trimmed, runs of white space as one space. */
    public static String canonical(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u00a0]+", " ");
    }

    /** For comparing without accents or case: {@code Đặc sản} and {@code dac san} both fold to {@code dac san}. */
    public static String fold(String text) {
        return Normalizer.normalize(canonical(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** For addresses: folded, everything but letters and digits as single hyphens; empty when nothing is left. */
    public static String slug(String text) {
        return fold(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
