package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.domain.Unit;
import vn.ocopmarket.storefront.browse.domain.Wanted;

/** Queries for single words and for words that belong together. */
final class Phrasing {

    private static final List<String> EVERYWHERE = List.of("name^3", "producerName", "placeNames^2", "groupNames");
    private static final List<String> KIND = List.of("name^3", "groupNames");
    private static final Map<String, Object> EVERY_WORD_ACROSS_FIELDS =
            Map.of("type", "cross_fields", "operator", "and");
    private static final Map<String, Object> A_SLIP = Map.of("fuzziness", 1, "prefix_length", 0, "max_expansions", 50);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

    private static final double SAID_OTHERWISE = 3;

    /** Of other accents than were typed: found, but last. */
    private static final double HARDLY = 0.1;

    private static final int GROUP = 4;
    private static final int BEGINNING = 6;
    private static final int NEIGHBOURS = 3;

    private Phrasing() {}

    static Map<String, Object> everyWord(String words) {
        return Clauses.multiMatch(words, EVERYWHERE, EVERY_WORD_ACROSS_FIELDS);
    }

    /** The very spelling and the phrase come first. */
    static List<Map<String, Object>> nearer(String q) {
        return List.of(
                Clauses.match("name.exact", q, Map.of("boost", 2)),
                Clauses.phrase("placeNames", q, 4),
                Clauses.phrase("placeNames.exact", q, 4),
                Clauses.phrase("name", q, 2),
                Clauses.phrase("name.exact", q, 2));
    }

    /** However it is said. */
    static Map<String, Object> anyway(Unit unit) {
        return anyway(unit, EVERYWHERE);
    }

    static Map<String, Object> ofTheKind(Unit unit) {
        return anyway(unit, KIND);
    }

    private static Map<String, Object> anyway(Unit unit, List<String> fields) {
        var ways = new ArrayList<Map<String, Object>>();
        var _ = ways.add(asSaid(unit, fields));
        var meaning = unit.meaning();
        if (meaning != null) {
            meaning.others()
                    .forEach(other -> ways.add(
                            exactly("name.exact", other.words(), unit.mayBe(other.said()) ? SAID_OTHERWISE : HARDLY)));
            meaning.places().forEach(place -> ways.add(exactly("placeNames.exact", place, SAID_OTHERWISE)));
            if (!meaning.groups().isEmpty()) {
                var _ = ways.add(Clauses.scored(Clauses.terms("groupCode", meaning.groups()), GROUP));
            }
        }
        return ways.size() == 1 ? ways.getFirst() : Map.of("dis_max", Map.of("queries", ways, "tie_breaker", 0.1));
    }

    /** What belongs together must stand together. */
    private static Map<String, Object> asSaid(Unit unit, List<String> fields) {
        if (unit.text().indexOf(' ') < 0) {
            return Clauses.multiMatch(unit.text(), fields, EVERY_WORD_ACROSS_FIELDS);
        }
        return Clauses.multiMatch(unit.text(), fields, Map.of("type", "phrase"));
    }

    private static Map<String, Object> exactly(String field, String words, double boost) {
        return Map.of("match_phrase", Map.of(field, Map.of("query", words.toLowerCase(Locale.ROOT), "boost", boost)));
    }

    /** Names say first what a thing is: a cake of rice is no rice. */
    static List<Map<String, Object>> beginning(List<Unit> core) {
        var first = core.getFirst();
        var beginnings = new ArrayList<Map<String, Object>>();
        var _ = beginnings.add(beginning(first.folded()));
        if (first.meaning() != null) {
            first.meaning().others().stream()
                    .filter(other -> first.mayBe(other.said()))
                    .forEach(other -> beginnings.add(beginning(VietnameseText.fold(other.words()))));
        }
        if (core.size() > 1) {
            var _ = beginnings.add(
                    beginning(String.join(" ", core.stream().map(Unit::folded).toList())));
        }
        return beginnings;
    }

    private static Map<String, Object> beginning(String folded) {
        var terms = BETWEEN_WORDS
                .splitAsStream(folded)
                .filter(Predicate.not(String::isEmpty))
                .map(word -> Map.<String, Object>of("span_term", Map.of("name", word)))
                .toList();
        if (terms.isEmpty()) {
            return Map.of("match_none", Map.of());
        }
        var together = terms.size() == 1
                ? terms.getFirst()
                : Map.<String, Object>of("span_near", Map.of("clauses", terms, "slop", 0, "in_order", true));
        return Map.of("span_first", Map.of("match", together, "end", terms.size() + 1, "boost", BEGINNING));
    }

    static List<Map<String, Object>> neighbours(Wanted wanted) {
        var words = wanted.text().split(" ");
        var neighbours = new ArrayList<Map<String, Object>>();
        for (var at = 0; at + 1 < words.length; at++) {
            var both = words[at] + " " + words[at + 1];
            var _ = neighbours.add(Clauses.phrase("name", both, NEIGHBOURS));
            var _ = neighbours.add(Clauses.phrase("placeNames", both, NEIGHBOURS));
        }
        return neighbours;
    }

    static Map<String, Object> slipAt(List<Unit> core, int at) {
        var must = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < core.size(); i++) {
            var unit = core.get(i);
            var isLast = i == core.size() - 1;
            var _ = must.add(i == at ? slip(unit.folded(), isLast) : anyway(unit));
        }
        return Map.of("bool", Map.of("must", must));
    }

    /** Without accents, so that an accent is never the slip. */
    private static Map<String, Object> slip(String word, boolean mayGoOn) {
        var slip = Clauses.multiMatch(word, EVERYWHERE, A_SLIP);
        return mayGoOn
                ? Map.of(
                        "dis_max",
                        Map.of(
                                "queries",
                                List.of(
                                        slip,
                                        Clauses.multiMatch(
                                                word, List.of("name.prefix", "placeNames.prefix"), Map.of()))))
                : slip;
    }
}
