package vn.ocopmarket.storefront.suggest.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * The words that may be shown to others, because many people used them on several days. Spellings with other accents count
 * as the same; the one used most is shown.
 */
public final class Popularity {

    static final int DAYS = 3;

    /** Origins, as far as they can be told apart: whoever has many is more than one. */
    static final int PEOPLE = 10;

    /** One busy day, or somebody who wants to be seen, weighs no more than this. */
    static final int MOST_A_DAY = 20;

    public static final Popularity NONE = new Popularity(new TreeMap<>());

    private static final int MOST_KEPT = 1_000;

    private final NavigableMap<String, Shown> byFolded;

    private Popularity(NavigableMap<String, Shown> byFolded) {
        this.byFolded = byFolded;
    }

    private record Shown(String words, int people) {}

    private static final class Used {

        private final Set<LocalDate> days = new HashSet<>();
        private final Map<LocalDate, Integer> people = new HashMap<>();
        private final Map<String, Integer> spellings = new TreeMap<>();

        void add(DayCount count) {
            var _ = days.add(count.day());
            var _ = people.merge(count.day(), count.people(), (one, more) -> Math.min(MOST_A_DAY, one + more));
            var _ = spellings.merge(count.query(), count.people(), Integer::sum);
        }

        int total() {
            return people.values().stream()
                    .mapToInt(ofDay -> Math.min(MOST_A_DAY, ofDay))
                    .sum();
        }

        boolean mayBeShown() {
            return days.size() >= DAYS && total() >= PEOPLE;
        }

        Shown shown() {
            var words = spellings.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            return new Shown(words, total());
        }
    }

    public static Popularity of(Iterable<DayCount> counts) {
        var used = new HashMap<String, Used>();
        for (var count : counts) {
            used.computeIfAbsent(VietnameseText.fold(count.query()), _ -> new Used())
                    .add(count);
        }
        var shown = new TreeMap<String, Shown>();
        used.entrySet().stream()
                .filter(one -> one.getValue().mayBeShown())
                .sorted(Comparator.comparingInt(one -> -one.getValue().total()))
                .limit(MOST_KEPT)
                .forEach(one -> shown.put(one.getKey(), one.getValue().shown()));
        return new Popularity(shown);
    }

    /** All of them, each in the spelling that is shown. */
    public List<String> words() {
        return byFolded.values().stream().map(Shown::words).toList();
    }

    /** Those of these words alone. */
    public Popularity only(Collection<String> words) {
        var left = new TreeMap<>(byFolded);
        var _ = left.keySet().retainAll(words.stream().map(VietnameseText::fold).collect(Collectors.toSet()));
        return new Popularity(left);
    }

    /** Those that go on from what was typed, the most used first. */
    public List<String> beginning(String typed, int most) {
        var folded = VietnameseText.fold(typed);
        return byFolded.subMap(folded, false, folded + Character.MAX_VALUE, false).values().stream()
                .sorted(Comparator.comparingInt(Shown::people).reversed().thenComparing(Shown::words))
                .limit(most)
                .map(Shown::words)
                .toList();
    }
}
