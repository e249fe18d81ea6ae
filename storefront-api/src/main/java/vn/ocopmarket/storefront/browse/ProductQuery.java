package vn.ocopmarket.storefront.browse;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the products for sale. Values of one facet widen, different facets narrow.
 *
 * @param q words in any spelling, or empty
 * @param filters what was ticked
 * @param day on which it must be for sale, with its stars of that day
 * @param cursor where the page starts, as given with the page before, or null for the first
 */
public record ProductQuery(
        String q,
        Filters filters,
        LocalDate day,
        Sort sort,
        int limit,
        @Nullable String cursor) {

    public static final int MOST = 100;

    /** Everything for sale on a day, the newest first. */
    public static ProductQuery everything(LocalDate day, int limit) {
        return new ProductQuery("", Filters.NONE, day, Sort.RELEVANCE, limit, null);
    }

    /** What was ticked; empty sets and nulls ask for nothing. */
    public record Filters(
            Set<String> groups,
            Set<Integer> stars,
            Set<String> provinces,
            Set<String> communes,
            Set<String> producers,
            @Nullable Long minPrice,
            @Nullable Long maxPrice,
            boolean inStock) {

        public static final Filters NONE =
                new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, false);

        public Filters {
            groups = Set.copyOf(groups);
            stars = Set.copyOf(stars);
            provinces = Set.copyOf(provinces);
            communes = Set.copyOf(communes);
            producers = Set.copyOf(producers);
        }
    }

    /** In which order; ties by id, so that pages never overlap. */
    public enum Sort {
        RELEVANCE("relevance"),
        PRICE("price"),
        PRICE_DOWN("-price"),
        NEWEST("newest"),
        STARS("stars");

        private final String parameter;

        Sort(String parameter) {
            this.parameter = parameter;
        }

        /** As in the query string. */
        public String parameter() {
            return parameter;
        }
    }
}
