package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.web.SearchView.TotalView;
import vn.ocopmarket.storefront.browse.web.SearchView.WithoutView;

/** Shows a page of results in the reader's language, with the stars of the day that was asked for. */
@Component
class SearchViews {

    private final FacetLabels labels;
    private final UnderstoodViews understood;

    SearchViews(FacetLabels labels, UnderstoodViews understood) {
        this.labels = labels;
        this.understood = understood;
    }

    SearchView of(SearchPage page, ProductQuery query, Locale locale) {
        return of(page, query, Map.of(), locale);
    }

    /** @param showrooms their names by id */
    SearchView of(SearchPage page, ProductQuery query, Map<String, String> showrooms, Locale locale) {
        var highlight = new Highlight(query.q());
        return new SearchView(
                page.items().stream()
                        .map(card -> CardView.of(card, query.day(), highlight))
                        .toList(),
                new TotalView(page.total(), page.exact() ? "eq" : "gte"),
                labels.of(page.facets(), showrooms, locale),
                page.didYouMean(),
                page.next(),
                understood.of(query, locale),
                without(page),
                page.match().name().toLowerCase(Locale.ROOT));
    }

    private static List<WithoutView> without(SearchPage page) {
        return page.items().isEmpty()
                ? page.without().entrySet().stream()
                        .filter(facet -> facet.getValue() > 0)
                        .sorted(Map.Entry.comparingByKey())
                        .map(facet -> new WithoutView(facet.getKey().parameter(), facet.getValue()))
                        .toList()
                : List.of();
    }
}
