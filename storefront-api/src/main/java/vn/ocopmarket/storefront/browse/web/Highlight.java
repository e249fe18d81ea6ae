package vn.ocopmarket.storefront.browse.web;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import vn.ocopmarket.contract.text.VietnameseText;

/** Marks the words that were searched for, in whatever accents; what comes out is HTML, with everything else escaped. */
final class Highlight {

    private static final char[] FOLDED = new char[0x2000];

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            var folded = Character.isLetter(c) ? VietnameseText.fold(String.valueOf(c)) : "";
            FOLDED[c] = folded.length() == 1 ? folded.charAt(0) : c;
        }
    }

    private final Set<String> words = new HashSet<>();

    Highlight(String q) {
        for (var word : q.split(" ")) {
            if (!word.isEmpty()) {
                var _ = words.add(fold(word));
            }
        }
    }

    /** The text with {@code <em>} around the words found, or null when none is. */
    @Nullable
    String in(String text) {
        if (words.isEmpty()) {
            return null;
        }
        var marked = new StringBuilder(text.length() + 20);
        var found = false;
        var end = 0;
        for (int start = 0; start < text.length(); start = end) {
            var isWord = Character.isLetterOrDigit(text.charAt(start));
            end = start + 1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) == isWord) {
                end++;
            }
            var piece = text.substring(start, end);
            var isFound = isWord && words.contains(fold(piece));
            found |= isFound;
            var escaped = isWord ? piece : escaped(piece);
            var _ = isFound ? marked.append("<em>").append(escaped).append("</em>") : marked.append(escaped);
        }
        return found ? marked.toString() : null;
    }

    /** Only what is not a letter or a digit can need it. */
    private static String escaped(String piece) {
        return piece.equals(" ") ? piece : HtmlUtils.htmlEscape(piece, "UTF-8");
    }

    private static String fold(String text) {
        var folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded[i] < FOLDED.length ? FOLDED[folded[i]] : folded[i];
        }
        return new String(folded);
    }
}
