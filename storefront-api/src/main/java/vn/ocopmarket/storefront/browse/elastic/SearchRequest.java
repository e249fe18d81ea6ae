package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;

/**
 * One search as one request: the words, what is for sale on the day, the facets and the page. A tick narrows the hits after
 * the counting, and each facet is counted under the ticks of the others, so that counts say what one more tick would give.
 */
final class SearchRequest {

    private final ProductQuery query;
    private final Map<Facet, RawValue> countings;
    private final Map<Facet, Map<String, Object>> ticked = new EnumMap<>(Facet.class);

    SearchRequest(ProductQuery query, Map<Facet, RawValue> countings) {
        this.query = query;
        this.countings = countings;
        for (var facet : Facet.values()) {
            facet.filter(query.filters(), query.day()).ifPresent(filter -> {
                var _ = ticked.put(facet, filter);
            });
        }
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
        var _ = body.put("aggs", counting());
        return body;
    }

    private Map<String, Object> matching(Words words) {
        var bool = new LinkedHashMap<String, Object>();
        if (!query.q().isEmpty()) {
            var _ = bool.put("must", List.of(words.query(query.q())));
        }
        var _ = bool.put("filter", always());
        if (query.sort() == Sort.STARS) {
            var _ = bool.put("should", byStars(query.day()));
        }
        return Map.of("bool", bool);
    }

    private List<Map<String, Object>> always() {
        var filters = new ArrayList<Map<String, Object>>();
        var _ = filters.add(Clauses.contains("soldOn", query.day()));
        if (!query.filters().communes().isEmpty()) {
            var _ = filters.add(Clauses.terms("communeCode", query.filters().communes()));
        }
        if (!query.filters().producers().isEmpty()) {
            var _ = filters.add(Clauses.terms("producerId", query.filters().producers()));
        }
        return filters;
    }

    private static List<Map<String, Object>> byStars(LocalDate day) {
        return List.of(
                Clauses.scored(Clauses.contains(Facet.starsField(5), day), 50_000),
                Clauses.scored(Clauses.contains(Facet.starsField(4), day), 40_000),
                Clauses.scored(Clauses.contains(Facet.starsField(3), day), 30_000));
    }

    private Map<String, Object> counting() {
        var counting = new LinkedHashMap<String, Object>();
        for (var facet : Facet.values()) {
            var others = ticked.entrySet().stream()
                    .filter(tick -> tick.getKey() != facet)
                    .map(Map.Entry::getValue)
                    .toList();
            var own = Objects.requireNonNull(countings.get(facet));
            var _ = counting.put(
                    facet.parameter(),
                    others.isEmpty() ? own : Map.of("filter", Clauses.all(others), "aggs", Map.of("of", own)));
        }
        return counting;
    }
}
