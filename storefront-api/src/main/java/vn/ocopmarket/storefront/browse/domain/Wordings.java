package vn.ocopmarket.storefront.browse.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private final List<Row> rows;

    private Wordings(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.rows.forEach(this::read);
    }

    /** The ones this market ships. */
    public static Wordings published() {
        return new Wordings(Table.rows("wordings.csv").stream().map(Row::of).toList());
    }

    /**
     * Words and what is known of them.
     *
     * @param key by which it is known for good, as long as its words stay
     * @param why it is there
     */
    public record Row(String key, String kind, List<String> said, List<String> meant, String why) {

        public Row {
            said = List.copyOf(said);
            meant = List.copyOf(meant);
        }

        static Row of(List<String> cells) {
            var said = List.of(OR.split(cells.get(1)));
            var meant = cells.get(2).isEmpty() ? List.<String>of() : List.of(OR.split(cells.get(2)));
            var key = VietnameseText.slug(cells.getFirst() + " " + cells.get(1));
            return new Row(key, cells.getFirst(), said, meant, cells.get(3));
        }

        private static Row ofSame(List<String> words) {
            return new Row("", "same", words, List.of(), "");
        }
    }

    /** In the order in which they are written. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The same with more, and without some.
     *
     * @param added groups of words that say the same
     * @param off keys of rows
     */
    public Wordings with(Collection<List<String>> added, Set<String> off) {
        return added.isEmpty() && off.isEmpty()
                ? this
                : new Wordings(Stream.concat(
                                rows.stream().filter(row -> !off.contains(row.key())),
                                added.stream().map(Row::ofSame))
                        .toList());
    }

    /** Whether a word only praises or asks. */
    public boolean isExtra(String word) {
        var meaning = meanings.get(key(word));
        return meaning != null && meaning.isExtra();
    }

    private void read(Row row) {
        var said = row.said();
        var meant = row.meant();
        for (var one : said) {
            var syllables = words(one);
            var _ = known.computeIfAbsent(syllables.size(), _ -> new TreeMap<>())
                    .putIfAbsent(key(one), String.join(" ", syllables));
            switch (row.kind()) {
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
