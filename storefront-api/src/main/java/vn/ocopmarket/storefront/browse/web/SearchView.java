package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results.
 *
 * @param match {@code exact}; {@code related} when some are only of the kind; {@code any} when none has all of the words
 */
record SearchView(
        List<CardView> items,
        TotalView total,
        Map<String, List<ValueView>> facets,
        @Nullable String didYouMean,
        @Nullable String next,
        List<UnderstoodView> understood,
        List<WithoutView> without,
        String match) {

    /**
     * What was read out of the words.
     *
     * @param kind {@code stars}, {@code price}, {@code place}, {@code stock} or {@code group}; as a value of the parameter {@code literal} it
     *     leaves the words as words
     * @param text as typed
     * @param parameters the same said with parameters of the search, as far as there are any
     * @param replaced whether a parameter asks for something else instead, so that this narrows nothing
     */
    record UnderstoodView(
            String kind, String text, String label, Map<String, List<String>> parameters, boolean replaced) {}

    /** How many there would be without what is ticked in a facet; told when nothing is found. */
    record WithoutView(String facet, long count) {}

    /**
     * How many there are.
     *
     * @param relation {@code eq}, or {@code gte} when there are at least so many
     */
    record TotalView(long value, String relation) {}

    /** A value of a facet, with how many products have it. */
    record ValueView(String value, String label, long count) {}
}
