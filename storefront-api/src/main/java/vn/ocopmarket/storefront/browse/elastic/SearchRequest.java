package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.ranking.Promotion;
import vn.ocopmarket.storefront.ranking.Ranking;

/**
 * One search as one request: the words, what is for sale on the day, the facets and the page. A tick narrows the hits after
 * the counting, and each facet is counted under the ticks of the others, so that counts say what one more tick would give.
 * Ticks that no counting must overlook narrow everything at once.
 */
final class SearchRequest {

    /** Must not be promoted. */
    static final Map<String, Object> ALCOHOL =
            Clauses.terms("groupCode", Promotion.NEVER.stream().sorted().toList());

    private final ProductQuery query;
    private final Map<Facet, RawValue> countings;
    private final Ranking ranking;
    private final Set<Facet> counted;
    private final Map<Facet, Map<String, Object>> ticked = new EnumMap<>(Facet.class);
    private final List<Map<String, Object>> always = new ArrayList<>();

    SearchRequest(ProductQuery query, Map<Facet, RawValue> countings, Ranking ranking) {
        this.query = query;
        this.countings = countings;
        this.ranking = ranking;
        this.counted = counted(query);
        var overlooked =
                counted.stream().flatMap(facet -> facet.blindTo().stream()).collect(Collectors.toSet());
        var _ = always.add(Clauses.contains("soldOn", query.day()));
        always.addAll(Understood.places(query.reading()));
        for (var facet : Facet.values()) {
            FacetQueries.filter(facet, query.filters(), query.day())
                    .map(filter -> Understood.orNamedSo(filter, facet, query.reading()))
                    .ifPresent(filter -> {
                        if (overlooked.contains(facet)) {
                            var _ = ticked.put(facet, filter);
                        } else {
                            var _ = always.add(filter);
                        }
                    });
        }
    }

    /** Communes are only told apart once a province is chosen. */
    private static Set<Facet> counted(ProductQuery query) {
        var filters = query.filters();
        var isNear = !filters.provinces().isEmpty() || !filters.communes().isEmpty();
        return query.counted().facets().stream()
                .filter(facet -> facet != Facet.COMMUNE || isNear)
                .collect(Collectors.toSet());
    }

    Map<String, Object> body(Words words, @Nullable List<Object> after) {
        var body = new LinkedHashMap<String, Object>();
        var _ = body.put("size", query.limit() + 1);
        var _ = body.put("_source", false);
        var _ = body.put("stored_fields", List.of("card"));
        var _ = body.put("query", matching(words));
        var _ = body.put("sort", SortOrder.of(query));
        if (after != null) {
            var _ = body.put("search_after", after);
        }
        if (!ticked.isEmpty()) {
            var _ = body.put("post_filter", Clauses.all(List.copyOf(ticked.values())));
        }
        if (!counted.isEmpty()) {
            var _ = body.put("aggs", counting());
        }
        return body;
    }

    private Map<String, Object> matching(Words words) {
        var bool = new LinkedHashMap<String, Object>();
        if (!query.q().isEmpty()) {
            var _ = bool.put("must", List.of(Understood.widened(words.query(query.q()), query, ranking)));
        }
        var _ = bool.put("filter", always);
        var should = query.sort() == Sort.STARS ? byStars(query.day()) : favoured();
        if (!should.isEmpty()) {
            var _ = bool.put("should", should);
        }
        return Map.of("bool", bool);
    }

    /** Decides among those that fit the words alike. */
    private List<Map<String, Object>> favoured() {
        if (query.q().isEmpty() || query.sort() != Sort.RELEVANCE) {
            return List.of();
        }
        var favour = ranking.favour();
        return Stream.of(
                        Map.entry(Clauses.term("inStock", true), favour.stock()),
                        Map.entry(Clauses.contains(FacetQueries.starsField(4), query.day()), favour.stars()),
                        Map.entry(Clauses.contains(FacetQueries.starsField(5), query.day()), 2 * favour.stars()))
                .filter(one -> one.getValue() > 0)
                .map(one -> Clauses.scored(butAlcohol(one.getKey()), one.getValue()))
                .toList();
    }

    private static Map<String, Object> butAlcohol(Map<String, Object> filter) {
        return Map.of("bool", Map.of("filter", filter, "must_not", ALCOHOL));
    }

    private static List<Map<String, Object>> byStars(LocalDate day) {
        return List.of(
                Clauses.scored(Clauses.contains(FacetQueries.starsField(5), day), 50_000),
                Clauses.scored(Clauses.contains(FacetQueries.starsField(4), day), 40_000),
                Clauses.scored(Clauses.contains(FacetQueries.starsField(3), day), 30_000));
    }

    private Map<String, Object> counting() {
        var counting = new LinkedHashMap<String, Object>();
        for (var facet : counted) {
            var others = ticked.entrySet().stream()
                    .filter(tick -> !facet.blindTo().contains(tick.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            var isPlain = others.isEmpty() && !ticked.containsKey(facet);
            var _ = counting.put(
                    facet.parameter(),
                    isPlain ? own(facet) : Map.of("filter", Clauses.all(others), "aggs", values(facet)));
        }
        return counting;
    }

    private Map<String, Object> values(Facet facet) {
        var producers = query.filters().producers();
        return facet == Facet.PRODUCER && !producers.isEmpty()
                ? Map.of("of", own(facet), "ticked", FacetQueries.countingTicked(producers))
                : Map.of("of", own(facet));
    }

    private Object own(Facet facet) {
        var all = Objects.requireNonNull(countings.get(facet));
        var like = query.counted().producersLike();
        return facet == Facet.PRODUCER && !like.isEmpty()
                ? Map.of("filter", Clauses.everyWord("producerName.prefix", like), "aggs", Map.of("of", all))
                : all;
    }
}
