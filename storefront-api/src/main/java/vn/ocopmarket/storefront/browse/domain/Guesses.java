package vn.ocopmarket.storefront.browse.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/** Guesses what was meant from products that fit all words but one: their words nearest to the one that is wrong. */
public final class Guesses {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int NAME = 10;
    private static final int OTHER_TEXT = 7;
    private static final int BESIDE = 10;
    private static final long FIRST = 1_000;
    private static final int FIRST_RANK = 10;
    private static final int EACH_RANK = 3;

    private final List<Unit> core;
    private final boolean hasAccents;
    private final Set<String> typed;

    /** By the words without accents. */
    private final Map<String, Vote> votes = new HashMap<>();

    public Guesses(Wanted wanted) {
        this.core = wanted.core();
        this.typed = core.stream()
                .flatMap(unit -> Arrays.stream(unit.folded().split(" ")))
                .collect(Collectors.toSet());
        this.hasAccents = core.stream()
                .anyMatch(unit -> !unit.text().toLowerCase(Locale.ROOT).equals(unit.folded()));
    }

    /**
     * Lets a product vote.
     *
     * @param texts its name first, then its producer, its places and others
     * @param rank of the product, from 0
     */
    public void vote(List<String> texts, int rank) {
        var spoken = new HashMap<String, Spoken>();
        for (var place = 0; place < texts.size(); place++) {
            listen(NOT_LETTERS.split(texts.get(place)), place == 0 ? NAME : OTHER_TEXT, spoken);
        }
        var guess = guess(spoken);
        if (guess != null) {
            var vote = new Vote(guess.words(), guess.weight() * FIRST / (FIRST_RANK + (long) EACH_RANK * rank));
            var _ = votes.merge(VietnameseText.fold(guess.words()), vote, Vote::and);
        }
    }

    /** A word beside one that was typed is more likely meant. */
    private void listen(String[] words, int weight, Map<String, Spoken> spoken) {
        var folded = Arrays.stream(words).map(VietnameseText::fold).toList();
        for (var at = 0; at < words.length; at++) {
            var isBeside = at > 0 && typed.contains(folded.get(at - 1))
                    || at + 1 < words.length && typed.contains(folded.get(at + 1));
            var _ = spoken.merge(
                    folded.get(at), new Spoken(words[at], isBeside ? weight + BESIDE : weight), Spoken::stronger);
        }
    }

    private record Vote(String words, long weight) {

        Vote and(Vote later) {
            return new Vote(words, weight + later.weight);
        }
    }

    private record Spoken(String word, int weight) {

        Spoken stronger(Spoken other) {
            return other.weight > weight ? other : this;
        }
    }

    private record Guess(String words, long weight) {}

    private @Nullable Guess guess(Map<String, Spoken> spoken) {
        var words = new ArrayList<String>();
        var weight = 1L;
        var isOther = false;
        for (var unit : core) {
            if (unit.meaning() != null || spoken.containsKey(unit.folded())) {
                var _ = words.add(unit.text());
                continue;
            }
            var nearest = nearest(unit, spoken);
            if (nearest == null) {
                return null;
            }
            var _ = words.add(hasAccents ? nearest.getValue().word().toLowerCase(Locale.ROOT) : nearest.getKey());
            weight *= nearest.getValue().weight();
            isOther = true;
        }
        return isOther ? new Guess(String.join(" ", words), weight) : null;
    }

    /** One slip away, or else the end of a last word; never a word that is there already. */
    private Map.@Nullable Entry<String, Spoken> nearest(Unit unit, Map<String, Spoken> spoken) {
        var others = spoken.entrySet().stream()
                .filter(word -> !typed.contains(word.getKey()))
                .sorted(Comparator.<Map.Entry<String, Spoken>>comparingLong(
                                word -> -word.getValue().weight())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        return others.stream()
                .filter(word -> Spelling.isOneSlip(unit.folded(), word.getKey()))
                .findFirst()
                .or(() -> others.stream()
                        .filter(word -> unit == core.getLast() && word.getKey().startsWith(unit.folded()))
                        .findFirst())
                .orElse(null);
    }

    /** The words as the texts spell them, with their accents; others as they are. */
    public static String spelled(String words, List<String> texts) {
        var spellings = texts.stream()
                .flatMap(text -> Arrays.stream(NOT_LETTERS.split(text)))
                .collect(Collectors.toMap(
                        VietnameseText::fold, word -> word.toLowerCase(Locale.ROOT), (first, _) -> first));
        return Arrays.stream(words.split(" "))
                .map(word -> spellings.getOrDefault(VietnameseText.fold(word), word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    /** The most likely first. */
    public List<String> best(int most) {
        return votes.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Vote>>comparingLong(
                                vote -> -vote.getValue().weight())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(vote -> vote.getValue().words())
                .toList();
    }
}
