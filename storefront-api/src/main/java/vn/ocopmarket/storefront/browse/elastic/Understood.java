package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.ranking.Ranking;

/** Queries for what words were understood to mean, so that nothing is lost that bears those very words. */
final class Understood {

    private static final Pattern NOT_OF_A_CODE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[a-z0-9]{4,60}");

    /** A code names one product, so it beats any words. */
    private static final int A_CODE = 1_000_000;

    private Understood() {}

    /** Places of before, and districts, are known by their names alone. */
    static List<Map<String, Object>> places(Reading reading) {
        return reading.all(Reading.Place.class).map(Understood::in).toList();
    }

    /** What says where it is now is told by that, since many places have the name in theirs. */
    private static Map<String, Object> in(Reading.Place place) {
        var named = Clauses.phrase("placeNames", place.name());
        return place.communes().isEmpty()
                ? named
                : Clauses.any(List.of(
                        Clauses.terms("communeCode", place.communes()),
                        Map.of(
                                "bool",
                                Map.of("must", named, "must_not", Map.of("exists", Map.of("field", "communeCode"))))));
    }

    /** A product that is called <i>5 Sao</i> is not hidden from who types so. */
    static Map<String, Object> orNamedSo(Map<String, Object> filter, Facet facet, Reading reading) {
        if (facet != Facet.STARS) {
            return filter;
        }
        var ways = new ArrayList<Map<String, Object>>();
        var _ = ways.add(filter);
        reading.all(Reading.Stars.class)
                .map(stars -> Clauses.phrase("name", stars.text()))
                .forEach(ways::add);
        return ways.size() == 1 ? filter : Clauses.any(ways);
    }

    /** The words, or else the one product with that code, or any of the group that the words name. */
    static Map<String, Object> widened(Map<String, Object> words, ProductQuery query, Ranking ranking) {
        var ways = new ArrayList<Map<String, Object>>();
        var _ = ways.add(words);
        var code = NOT_OF_A_CODE
                .matcher(VietnameseText.fold(query.reading().typed()))
                .replaceAll("");
        if (CODE.matcher(code).matches()) {
            var _ = ways.add(Clauses.scored(Clauses.term("codeKeys", code), A_CODE));
        }
        query.reading()
                .all(Reading.Group.class)
                .map(group -> Clauses.scored(
                        Clauses.term(FacetQueries.isBranch(group.code()) ? "branchCode" : "groupCode", group.code()),
                        ranking.meaning().wholeGroup()))
                .forEach(ways::add);
        return ways.size() == 1 ? words : Clauses.any(ways);
    }

    /** Whether what was found bears the very code that was typed; only for hits in the order of their score. */
    static boolean isCode(SearchAnswer.Found found) {
        return !found.hits().isEmpty()
                && Double.parseDouble(found.hits().getFirst().place()) >= A_CODE;
    }
}
