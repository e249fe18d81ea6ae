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
import vn.ocopmarket.storefront.ranking.Ranking;

/** Queries for single words and for words that belong together, weighted as published. */
final class Phrasing {

    private static final Map<String, Object> EVERY_WORD_ACROSS_FIELDS =
            Map.of("type", "cross_fields", "operator", "and");
    private static final Map<String, Object> A_SLIP = Map.of("fuzziness", 1, "prefix_length", 0, "max_expansions", 50);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

    private final Ranking ranking;
    private final List<String> everywhere;
    private final List<String> kind;

    Phrasing(Ranking ranking) {
        var found = ranking.found();
        this.ranking = ranking;
        this.kind = List.of("name^" + found.name(), "groupNames^" + found.group());
        this.everywhere = List.of(
                "name^" + found.name(),
                "producerName^" + found.producer(),
                "placeNames^" + found.place(),
                "groupNames^" + found.group());
    }

    Ranking ranking() {
        return ranking;
    }

    Map<String, Object> everyWord(String words) {
        return Clauses.multiMatch(words, everywhere, EVERY_WORD_ACROSS_FIELDS);
    }

    /** The very spelling and the phrase come first; of whoever takes care with accents the phrase is meant the more. */
    List<Map<String, Object>> nearer(String q) {
        var nearness = ranking.nearness();
        var spelling = Clauses.match("name.exact", q, Map.of("boost", nearness.accents()));
        if (q.indexOf(' ') < 0) {
            return List.of(spelling);
        }
        var times = VietnameseText.fold(q).equals(q.toLowerCase(Locale.ROOT)) ? 1 : 2;
        return List.of(
                spelling,
                Clauses.phrase("placeNames", q, times * nearness.placeTogether()),
                Clauses.phrase("name", q, times * nearness.nameTogether()));
    }

    /** However it is said. */
    Map<String, Object> anyway(Unit unit) {
        return anyway(unit, everywhere);
    }

    Map<String, Object> ofTheKind(Unit unit) {
        return anyway(unit, kind);
    }

    private Map<String, Object> anyway(Unit unit, List<String> fields) {
        var ways = new ArrayList<Map<String, Object>>();
        var _ = ways.add(asSaid(unit, fields));
        var meaning = unit.meaning();
        if (meaning != null) {
            var weights = ranking.meaning();
            meaning.others()
                    .forEach(other -> ways.add(exactly(
                            "name.exact",
                            other.words(),
                            unit.mayBe(other.said()) ? weights.otherwise() : weights.otherAccents())));
            meaning.places().forEach(place -> ways.add(exactly("placeNames.exact", place, weights.otherwise())));
            if (!meaning.groups().isEmpty()) {
                var _ = ways.add(Clauses.scored(Clauses.terms("groupCode", meaning.groups()), weights.group()));
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
    Map<String, Object> beginning(List<Unit> core) {
        return beginning(core.getFirst().folded());
    }

    private Map<String, Object> beginning(String folded) {
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
        return Map.of(
                "span_first",
                Map.of(
                        "match",
                        together,
                        "end",
                        terms.size() + 1,
                        "boost",
                        ranking.nearness().beginning()));
    }

    List<Map<String, Object>> neighbours(Wanted wanted) {
        var words = wanted.text().split(" ");
        var neighbours = new ArrayList<Map<String, Object>>();
        for (var at = 0; at + 1 < words.length; at++) {
            var both = words[at] + " " + words[at + 1];
            var _ = neighbours.add(
                    Clauses.phrase("name", both, ranking.nearness().neighbours()));
            var _ = neighbours.add(
                    Clauses.phrase("placeNames", both, ranking.nearness().neighbours()));
        }
        return neighbours;
    }

    /** Need not be found. */
    Map<String, Object> praise(String words) {
        return Clauses.match(
                "name.exact", words, Map.of("boost", ranking.meaning().praise()));
    }

    Map<String, Object> inStory(String words) {
        return Clauses.match("story", words, Map.of("boost", ranking.meaning().story()));
    }

    /** A word that is still being typed. */
    Map<String, Object> begun(String word) {
        var found = ranking.found();
        return Clauses.multiMatch(
                word,
                List.of(
                        "name.prefix^" + found.name(),
                        "producerName.prefix^" + found.producer(),
                        "placeNames.prefix^" + found.place()),
                Map.of());
    }

    Map<String, Object> slipAt(List<Unit> core, int at) {
        var must = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < core.size(); i++) {
            var unit = core.get(i);
            var isLast = i == core.size() - 1;
            var _ = must.add(i == at ? slip(unit.folded(), isLast) : anyway(unit));
        }
        return Map.of("bool", Map.of("must", must));
    }

    /** Without accents, so that an accent is never the slip. */
    private Map<String, Object> slip(String word, boolean mayGoOn) {
        var slip = Clauses.multiMatch(word, everywhere, A_SLIP);
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
