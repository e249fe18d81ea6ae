package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of search results. */
record SearchView(
        List<CardView> items,
        TotalView total,
        Map<String, List<ValueView>> facets,
        @Nullable String didYouMean,
        @Nullable String next) {

    /**
     * How many there are.
     *
     * @param relation {@code eq}, or {@code gte} when there are at least so many
     */
    record TotalView(long value, String relation) {}

    /** A value of a facet, with how many products have it. */
    record ValueView(String value, String label, long count) {}
}
