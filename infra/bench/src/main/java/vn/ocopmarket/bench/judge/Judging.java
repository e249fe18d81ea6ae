package vn.ocopmarket.bench.judge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks every judged query and looks at what comes back. */
final class Judging {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final JudgedSet set;
    private final Function<String, Storefront.Answer> search;
    private final Map<String, Storefront.Answer> answers = new HashMap<>();

    Judging(JudgedSet set, Function<String, Storefront.Answer> search) {
        this.set = set;
        this.search = search;
    }

    /** Queries that no product for sale answers are left out: there is nothing to find. */
    List<Judged> among(Set<Integer> forSale) {
        return set.queries().stream()
                .filter(query -> !set.gradesOf(query).among(forSale).isEmpty())
                .map(query -> judge(query, set.gradesOf(query).among(forSale)))
                .toList();
    }

    private Judged judge(JudgedSet.Query query, Grades grades) {
        return Judged.of(
                query, grades, answer(query.text()), sameFirst(query.text(), query.right()), sameSet(query.text()));
    }

    private @Nullable Boolean sameFirst(String typo, @Nullable String right) {
        if (right == null) {
            return null;
        }
        var meant = answer(right).products();
        var found = answer(typo).products();
        return !meant.isEmpty() && !found.isEmpty() && meant.getFirst().equals(found.getFirst());
    }

    private @Nullable Boolean sameSet(String text) {
        var plain = withoutAccents(text);
        return plain.equals(text) ? null : found(text).equals(found(plain));
    }

    private Set<Integer> found(String text) {
        return new HashSet<>(answer(text).products());
    }

    private Storefront.Answer answer(String text) {
        return answers.computeIfAbsent(text, search);
    }

    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
