package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the search page shows around the products: ticks, chips that take them back, and the ways on.
 *
 * @param asked what was given in the address, the page aside
 * @param page what was found
 * @param understood what was read out of the words, each with the address that takes it literally
 * @param instead where nothing was found: with less asked for, and in groups nearby
 * @param next address of the next page, or null
 * @param first address of the first page, or null when this is it
 */
record SearchModel(
        MultiValueMap<String, String> asked,
        SearchView page,
        List<FacetModel> facets,
        List<Chip> chips,
        List<Chip> understood,
        Instead instead,
        @Nullable String next,
        @Nullable String first,
        @Nullable String didYouMeanHref) {

    /** A facet with its values, the ticked ones included even when they have nothing left. */
    record FacetModel(String name, boolean open, boolean single, List<Tick> ticks) {}

    /** A value that can be ticked. */
    record Tick(String id, String value, String label, long count, boolean ticked) {}

    /** Something ticked, and the address without it. */
    record Chip(String label, String href) {}

    /** The ways on when nothing is found. */
    record Instead(List<Way> without, List<Way> nearby) {}

    /** Something else to look for, and how much of it there is; 0 when that is not known. */
    record Way(String label, String href, long count) {}

    static SearchModel of(SearchView page, MultiValueMap<String, String> given, FacetLabels labels, Locale locale) {
        var address = SearchAddress.of(given);
        var asked = new AskedSearch(page, address, labels, locale);
        var ticks = new FacetTicks(asked);
        var ways = new WaysOn(asked);
        return new SearchModel(
                address.parameters(),
                page,
                ticks.facets(),
                ticks.chips(),
                ways.literally(),
                ways.instead(),
                page.next() == null ? null : address.with("cursor", page.next()).href(),
                given.containsKey("cursor") ? address.href() : null,
                ways.didYouMean());
    }

    public String q() {
        return given("q", "");
    }

    /** Those that can be ticked; the groups of others are not drawn. */
    public Set<String> branches() {
        return facets.stream()
                .filter(facet -> facet.name().equals("branch"))
                .flatMap(facet -> facet.ticks().stream())
                .map(Tick::value)
                .collect(Collectors.toSet());
    }

    public String sort() {
        return given("sort", "relevance");
    }

    public String given(String name, String otherwise) {
        return String.valueOf(asked.getOrDefault(name, List.of(otherwise)).getFirst());
    }
}
