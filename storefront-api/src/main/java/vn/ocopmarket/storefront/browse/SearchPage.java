package vn.ocopmarket.storefront.browse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.search.SearchCard;

/**
 * A page of what was found.
 *
 * @param exact whether the total is the total, or only a lower bound
 * @param facets how many there are for each value, were it ticked alone in its facet: {@code group}, {@code stars},
 *     {@code province}, {@code price} and {@code inStock}
 * @param didYouMean other words that find more, or null
 * @param next cursor of the next page, or null when this is the last
 */
public record SearchPage(
        List<SearchCard> items,
        long total,
        boolean exact,
        Map<String, List<Count>> facets,
        @Nullable String didYouMean,
        @Nullable String next) {

    public SearchPage {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
    }

    /** How many products there are with a value of a facet. */
    public record Count(String value, long count) {}
}
