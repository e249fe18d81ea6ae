package vn.ocopmarket.storefront.browse.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/**
 * What the search page shows around the products: ticks, chips that take them back, and the ways on.
 *
 * @param page what was found
 * @param next address of the next page, or null
 * @param first address of the first page, or null when this is it
 */
record SearchModel(
        String q,
        SearchView page,
        List<FacetModel> facets,
        List<Chip> chips,
        String sort,
        @Nullable String next,
        @Nullable String first,
        @Nullable String didYouMeanHref) {

    private static final List<String> TICKS = List.of("group", "stars", "province", "price", "inStock", "producer");

    /** A facet with its values, the ticked ones included even when they have nothing left. */
    record FacetModel(String name, boolean open, boolean single, List<Tick> ticks) {}

    /** A value that can be ticked. */
    record Tick(String id, String value, String label, long count, boolean ticked) {}

    /** Something ticked, and the address without it. */
    record Chip(String label, String href) {}

    static SearchModel of(SearchView page, MultiValueMap<String, String> given, FacetLabels labels, Locale locale) {
        var asked = new LinkedMultiValueMap<>(given);
        asked.remove("cursor");
        asked.remove("done");
        asked.remove("lang");
        asked.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        var didYouMean = page.didYouMean();
        return new SearchModel(
                String.valueOf(asked.getOrDefault("q", List.of("")).getFirst()),
                page,
                facets(page, asked, labels, locale),
                chips(asked, labels, locale),
                String.valueOf(asked.getOrDefault("sort", List.of("relevance")).getFirst()),
                page.next() == null ? null : with(asked, "cursor", page.next()),
                given.containsKey("cursor") ? href(asked) : null,
                didYouMean == null ? null : with(asked, "q", didYouMean));
    }

    private static List<FacetModel> facets(
            SearchView page, MultiValueMap<String, String> asked, FacetLabels labels, Locale locale) {
        var facets = new ArrayList<FacetModel>();
        page.facets().forEach((name, counted) -> {
            var ticked = asked.getOrDefault(name, List.of());
            var ticks = new LinkedHashMap<String, Tick>();
            for (var value : counted) {
                var _ = ticks.put(value.value(), tick(name, value, ticked.contains(value.value())));
            }
            for (var value : ticked) {
                var _ = ticks.putIfAbsent(
                        value, tick(name, new ValueView(value, labels.of(name, value, locale), 0), true));
            }
            if (!ticks.isEmpty()) {
                var open = !ticked.isEmpty() || !name.equals("price");
                var _ = facets.add(new FacetModel(name, open, name.equals("price"), List.copyOf(ticks.values())));
            }
        });
        return facets;
    }

    private static Tick tick(String facet, ValueView value, boolean ticked) {
        return new Tick(facet + "-" + value.value(), value.value(), value.label(), value.count(), ticked);
    }

    private static List<Chip> chips(MultiValueMap<String, String> asked, FacetLabels labels, Locale locale) {
        var chips = new ArrayList<Chip>();
        for (var facet : TICKS) {
            for (var value : asked.getOrDefault(facet, List.of())) {
                var without = new LinkedMultiValueMap<String, String>();
                asked.forEach((name, values) -> values.stream()
                        .filter(other -> !(name.equals(facet) && other.equals(value)))
                        .forEach(other -> without.add(name, other)));
                var _ = chips.add(new Chip(labels.of(facet, value, locale), href(without)));
            }
        }
        return chips;
    }

    private static String with(MultiValueMap<String, String> asked, String name, @Nullable String value) {
        var other = new LinkedMultiValueMap<>(asked);
        other.set(name, value);
        return href(other);
    }

    private static String href(MultiValueMap<String, String> parameters) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParams(parameters)
                .encode()
                .build()
                .toUriString();
    }
}
