package vn.ocopmarket.storefront.browse.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * How people say things: words of regions and trades for the same, everyday names of groups, former spellings of places,
 * words that belong together, and words that only praise or ask. Kept as {@code wordings.csv} and looked up without accents
 * when somebody searches, so that a change needs no index to be made anew.
 */
public final class Wordings {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");
    private static final Pattern OR = Pattern.compile("\\|");
    private static final String GROUP = "group:";
    private static final int SHORTEST_TO_CORRECT = 4;

    private final Map<String, Meaning> meanings = new HashMap<>();

    /** By their syllables, the most first: how known words are spelled, by themselves without accents. */
    private final Map<Integer, Map<String, String>> known = new TreeMap<>(Comparator.reverseOrder());

    private Wordings(List<List<String>> rows) {
        rows.forEach(this::read);
    }

    /** The ones this market ships. */
    public static Wordings published() {
        return new Wordings(Table.rows("wordings.csv"));
    }

    private void read(List<String> row) {
        var said = List.of(OR.split(row.get(1)));
        var meant = List.of(OR.split(row.get(2)));
        for (var one : said) {
            var syllables = words(one);
            var _ = known.computeIfAbsent(syllables.size(), _ -> new TreeMap<>())
                    .putIfAbsent(key(one), String.join(" ", syllables));
            switch (row.getFirst()) {
                case "same" -> add(one, saying(one, said.stream()));
                case "means" -> add(one, saying(one, meant.stream()));
                case "place" -> add(one, new Meaning(List.of(), List.of(), meant, false));
                case "extra" -> add(one, new Meaning(List.of(), List.of(), List.of(), true));
                case "word" -> {
                    // Known, so that a slip in it is seen; it means nothing but itself.
                }
                default -> throw new IllegalArgumentException("No kind of wording: " + row);
            }
        }
    }

    private void add(String said, Meaning meaning) {
        var _ = meanings.merge(key(said), meaning, Meaning::and);
    }

    private static Meaning saying(String said, Stream<String> meant) {
        var all = meant.toList();
        var others = all.stream()
                .filter(other -> !other.startsWith(GROUP) && !key(other).equals(key(said)))
                .map(other -> new Meaning.Other(said, other))
                .toList();
        var groups = all.stream()
                .filter(other -> other.startsWith(GROUP))
                .map(other -> other.substring(GROUP.length()))
                .toList();
        return new Meaning(others, groups, List.of(), false);
    }

    /** Takes typed words apart; what belongs together stays together, the longest first. */
    public Wanted read(String typed) {
        var words = words(typed);
        var units = new ArrayList<Unit>();
        for (var at = 0; at < words.size(); ) {
            var unit = unitAt(words, at);
            at += words(unit.text()).size();
            var _ = units.add(unit);
        }
        return Wanted.of(units.isEmpty() ? List.of(Unit.of(typed, null)) : units);
    }

    private Unit unitAt(List<String> words, int at) {
        for (var length : known.keySet()) {
            if (at + length <= words.size()) {
                var text = String.join(" ", words.subList(at, at + length));
                var meaning = meanings.get(VietnameseText.fold(text));
                if (meaning != null) {
                    return Unit.of(text, meaning);
                }
            }
        }
        return Unit.of(words.get(at), null);
    }

    /** The same words with some of them put right by one letter, so that they are known; those of most syllables first. */
    public List<Near> near(String typed) {
        var words = words(typed);
        return known.entrySet().stream()
                .filter(of -> of.getKey() <= words.size())
                .flatMap(of -> IntStream.rangeClosed(0, words.size() - of.getKey())
                        .boxed()
                        .flatMap(at -> near(words, at, of.getKey(), of.getValue())))
                .toList();
    }

    /** The same, but all of the words together are what is known; none when they are known as they are or in parts. */
    public List<String> nearAsAWhole(String typed) {
        var words = words(typed);
        var asLong = known.get(words.size());
        return words.size() < 2 || asLong == null || read(typed).isKnownTogether()
                ? List.of()
                : near(words, 0, words.size(), asLong).map(Near::words).toList();
    }

    private static Stream<Near> near(List<String> words, int at, int length, Map<String, String> known) {
        var text = String.join(" ", words.subList(at, at + length));
        var folded = VietnameseText.fold(text);
        if (folded.length() < SHORTEST_TO_CORRECT || known.containsKey(folded)) {
            return Stream.empty();
        }
        var all = String.join(" ", words);
        var isPlain = VietnameseText.fold(all).equals(all.toLowerCase(Locale.ROOT));
        return known.entrySet().stream()
                .filter(one -> Spelling.isOneSlip(folded, one.getKey()))
                .map(one -> new Near(replaced(words, at, length, isPlain ? one.getKey() : one.getValue()), length));
    }

    private static String replaced(List<String> words, int at, int length, String by) {
        var all = new ArrayList<>(words.subList(0, at));
        var _ = all.add(by);
        all.addAll(words.subList(at + length, words.size()));
        return String.join(" ", all);
    }

    /**
     * Words put right.
     *
     * @param syllables how many of them are known together
     */
    public record Near(String words, int syllables) {}

    private static String key(String said) {
        return VietnameseText.fold(String.join(" ", words(said)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
