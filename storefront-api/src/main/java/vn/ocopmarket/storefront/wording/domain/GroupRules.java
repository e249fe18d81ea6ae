package vn.ocopmarket.storefront.wording.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/** What a group of words must be, to help those who search and surprise nobody. */
public final class GroupRules {

    public static final int MOST_WORDS = 12;
    public static final int LONGEST_WORD = 40;
    public static final int MOST_SYLLABLES = 5;
    public static final int LONGEST_TEXT = 200;

    /** Every group of a word makes each search for it dearer. */
    public static final int MOST_GROUPS = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[ -][\\p{L}\\p{M}\\p{N}]+)*");
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[ -]");

    /** Words that hold others together, and mean nothing alone. */
    private static final Set<String> LITTLE = Set.of(
            "o", "tai", "va", "hoac", "cua", "cho", "tu", "den", "voi", "la", "cac", "nhung", "mot", "co", "khong",
            "gia", "duoi", "tren", "khoang", "ocop", "sao");

    private final Predicate<String> isLeftOut;
    private final Collection<Wording> others;

    /**
     * @param isLeftOut of words that search leaves out when they find nothing
     * @param others groups that count or may come to count
     */
    public GroupRules(Predicate<String> isLeftOut, Collection<Wording> others) {
        this.isLeftOut = isLeftOut;
        this.others = others;
    }

    /**
     * Something wrong.
     *
     * @param reason a name of {@code wording.wrong.<reason>}
     * @param about the word, or a number
     */
    public record Fault(String field, String reason, Object about) {}

    /** All that is wrong with it; none when it is well. */
    public List<Fault> faults(WordGroup group) {
        var faults = new ArrayList<Fault>();
        if (group.words().size() < 2) {
            var _ = faults.add(new Fault("words", "too-few", 2));
        }
        if (group.words().size() > MOST_WORDS) {
            var _ = faults.add(new Fault("words", "too-many", MOST_WORDS));
        }
        group.words().stream().limit(MOST_WORDS).forEach(word -> word(word, faults));
        twice(group, faults);
        tooLong("region", group.region(), faults);
        tooLong("trade", group.trade(), faults);
        tooLong("note", group.note(), faults);
        if (faults.isEmpty()) {
            elsewhere(group, faults);
            inMany(group, faults);
        }
        return faults;
    }

    private void word(String word, List<Fault> faults) {
        if (word.length() > LONGEST_WORD || BETWEEN_SYLLABLES.split(word).length > MOST_SYLLABLES) {
            var _ = faults.add(new Fault("words", "too-long", word));
        } else if (!WORD.matcher(word).matches()) {
            var _ = faults.add(new Fault("words", "not-a-word", word));
        } else if (LITTLE.contains(VietnameseText.fold(word)) || isLeftOut.test(word)) {
            var _ = faults.add(new Fault("words", "means-nothing", word));
        }
    }

    /** Who types without accents finds the others anyway. */
    private static void twice(WordGroup group, List<Fault> faults) {
        var seen = new HashMap<String, String>();
        for (var word : group.words()) {
            var other = seen.putIfAbsent(VietnameseText.fold(word), word);
            if (other != null) {
                var reason = other.equalsIgnoreCase(word) ? "twice" : "only-accents";
                var _ = faults.add(new Fault("words", reason, word));
            }
        }
    }

    private static void tooLong(String field, String text, List<Fault> faults) {
        if (text.length() > LONGEST_TEXT) {
            var _ = faults.add(new Fault(field, "text-too-long", LONGEST_TEXT));
        }
    }

    /** One group that says all of it is enough. */
    private void elsewhere(WordGroup group, List<Fault> faults) {
        var words = folded(group);
        others.stream()
                .filter(other -> folded(other.group()).containsAll(words))
                .findFirst()
                .ifPresent(other ->
                        faults.add(new Fault("words", "known", other.group().title())));
    }

    private void inMany(WordGroup group, List<Fault> faults) {
        var groups = others.stream().map(other -> folded(other.group())).toList();
        group.words().stream()
                .filter(word -> {
                    var folded = VietnameseText.fold(word);
                    return groups.stream()
                                    .filter(words -> words.contains(folded))
                                    .count()
                            >= MOST_GROUPS;
                })
                .forEach(word -> faults.add(new Fault("words", "in-many", word)));
    }

    private static Set<String> folded(WordGroup group) {
        return group.words().stream().map(VietnameseText::fold).collect(Collectors.toCollection(HashSet::new));
    }
}
