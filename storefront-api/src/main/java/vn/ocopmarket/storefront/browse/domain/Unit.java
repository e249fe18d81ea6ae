package vn.ocopmarket.storefront.browse.domain;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * One word, or several that belong together.
 *
 * @param text as typed
 * @param folded the same without accents
 * @param meaning null when nothing is known about it
 */
public record Unit(String text, String folded, @Nullable Meaning meaning) {

    static Unit of(String text, @Nullable Meaning meaning) {
        return new Unit(text, VietnameseText.fold(text), meaning);
    }

    /** Whether it may be meant as that spelling: without accents it may be any. */
    public boolean mayBe(String spelling) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.equals(folded) || lower.equals(spelling.toLowerCase(Locale.ROOT));
    }

    /** Itself and what says the same, without accents. */
    Stream<String> spellings() {
        return meaning == null
                ? Stream.of(folded)
                : Stream.concat(
                        Stream.of(folded), meaning.others().stream().map(other -> VietnameseText.fold(other.words())));
    }

    public boolean isExtra() {
        return meaning != null && meaning.isExtra();
    }
}
