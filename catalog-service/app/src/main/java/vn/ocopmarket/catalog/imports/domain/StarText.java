package vn.ocopmarket.catalog.imports.domain;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;

/** Stars as officers write them: {@code 4}, {@code 4 sao}, {@code 4*}, {@code ★★★★}. */
public final class StarText {

    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,2})(?:[.,]0+)?\\s*(?:sao|stars?|\\*|\\u2605|\\u2b50)?");
    private static final Pattern DRAWN = Pattern.compile("[*\\u2605\\u2b50]+");

    private StarText() {}

    /** Empty when it is no number; which numbers are stars is for the caller to say. */
    public static OptionalInt read(String text) {
        var folded = VietnameseText.fold(text);
        var numbered = NUMBERED.matcher(folded);
        if (numbered.matches()) {
            return OptionalInt.of(Integer.parseInt(numbered.group(1)));
        }
        return DRAWN.matcher(folded).matches() ? OptionalInt.of(folded.length()) : OptionalInt.empty();
    }
}
