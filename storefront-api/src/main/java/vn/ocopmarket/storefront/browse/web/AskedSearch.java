package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/** A search with what came of it, and the words for both. */
record AskedSearch(SearchView page, SearchAddress address, FacetLabels labels, Locale locale) {

    static final List<String> PRICES = List.of("price", "minPrice", "maxPrice");

    /** What was read out of the words and counts. */
    List<String> said(String parameter) {
        return page.understood().stream()
                .filter(said -> !said.replaced())
                .flatMap(said -> said.parameters().getOrDefault(parameter, List.of()).stream())
                .toList();
    }

    String label(String facet, String value) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .filter(counted -> counted.value().equals(value))
                .map(ValueView::label)
                .findFirst()
                .orElseGet(() -> labels.of(facet, value, locale));
    }
}
