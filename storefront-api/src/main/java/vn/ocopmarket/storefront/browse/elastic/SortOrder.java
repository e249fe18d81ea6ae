package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.Map;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;

/** The order of hits; the id comes last everywhere, so that no two hits are level. */
final class SortOrder {

    private static final Map<String, Object> BY_SCORE = Map.of("_score", "desc");
    private static final Map<String, Object> BY_ID = Map.of("id", "asc");
    private static final Map<String, Object> NEWEST = Map.of("createdAt", "desc");

    private SortOrder() {}

    static List<Map<String, Object>> of(ProductQuery query) {
        return switch (query.sort()) {
            case RELEVANCE -> query.q().isEmpty() ? List.of(NEWEST, BY_ID) : List.of(BY_SCORE, BY_ID);
            case STARS -> List.of(BY_SCORE, BY_ID);
            case NEWEST -> List.of(NEWEST, BY_ID);
            case PRICE -> List.of(byPrice("asc"), BY_ID);
            case PRICE_DOWN -> List.of(byPrice("desc"), BY_ID);
        };
    }

    static boolean isByScore(ProductQuery query) {
        return query.sort() == Sort.STARS
                || query.sort() == Sort.RELEVANCE && !query.q().isEmpty();
    }

    /** Names the order in a cursor, so that a cursor of another one is refused. */
    static String nameOf(ProductQuery query) {
        return query.sort() == Sort.RELEVANCE && query.q().isEmpty()
                ? Sort.NEWEST.parameter()
                : query.sort().parameter();
    }

    private static Map<String, Object> byPrice(String direction) {
        return Map.of("minPrice", Map.of("order", direction, "missing", "_last"));
    }
}
