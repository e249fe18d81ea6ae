package vn.ocopmarket.storefront.browse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.search.SearchCard;

/**
 * A page of what was found.
 *
 * @param exact whether the total is the total, or only a lower bound
 * @param facets how many there are for each value, were it ticked alone in its facet, by {@link Facet#parameter}
 * @param didYouMean other words that find more, or null
 * @param next cursor of the next page, or null when this is the last
 * @param without how many there would be without the ticks of a facet, for facets that have ticks and are counted
 * @param match how far the items fit the words
 */
public record SearchPage(
        List<SearchCard> items,
        long total,
        boolean exact,
        Map<String, List<Count>> facets,
        @Nullable String didYouMean,
        @Nullable String next,
        Map<Facet, Long> without,
        Match match) {

    public SearchPage {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
        without = Map.copyOf(without);
    }

    /** With all that fits the words and nothing else. */
    public SearchPage(
            List<SearchCard> items,
            long total,
            boolean exact,
            Map<String, List<Count>> facets,
            @Nullable String didYouMean,
            @Nullable String next,
            Map<Facet, Long> without) {
        this(items, total, exact, facets, didYouMean, next, without, Match.EXACT);
    }

    /** Of a search where nothing was ticked. */
    public SearchPage(
            List<SearchCard> items,
            long total,
            boolean exact,
            Map<String, List<Count>> facets,
            @Nullable String didYouMean,
            @Nullable String next) {
        this(items, total, exact, facets, didYouMean, next, Map.of());
    }

    /** How far items fit the words that were asked for, or the ones that were put right. */
    public enum Match {
        /** All of them have all words, or others that say the same. */
        EXACT,
        /** Some are only of the kind; they come after the others where the order is by relevance. */
        RELATED,
        /** None has all of the words. */
        ANY
    }

    /**
     * How many products there are with a value of a facet.
     *
     * @param label its name where the index knows it, or null
     */
    public record Count(String value, long count, @Nullable String label) {

        public Count(String value, long count) {
            this(value, count, null);
        }
    }
}
