package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;

/** Guesses what was meant from what was found after all: each word's nearest neighbour among the best hits' words. */
final class OtherWords {

    private static final int LOOK_AT = 5;

    private OtherWords() {}

    static @Nullable String of(String q, Found found) {
        var words = found.hits().stream()
                .limit(LOOK_AT)
                .flatMap(hit ->
                        Stream.of(hit.card().name(), hit.card().province().name()))
                .flatMap(name -> Stream.of(name.split("[\\s,.()]+")))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return null;
        }
        var meant = Stream.of(q.split(" ")).map(word -> nearest(word, words)).collect(Collectors.joining(" "));
        return VietnameseText.fold(meant).equals(VietnameseText.fold(q)) ? null : meant.toLowerCase(Locale.ROOT);
    }

    private static String nearest(String word, List<String> words) {
        var folded = VietnameseText.fold(word);
        var best = word;
        var least = 3;
        for (var other : words) {
            var candidate = VietnameseText.fold(other);
            var distance = candidate.startsWith(folded) ? 1 : distance(folded, candidate);
            if (candidate.equals(folded)) {
                return other;
            }
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
