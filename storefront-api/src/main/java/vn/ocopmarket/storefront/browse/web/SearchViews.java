package vn.ocopmarket.storefront.browse.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.web.SearchView.TotalView;

/** Shows a page of results in the reader's language, with the stars of the day that was asked for. */
@Component
class SearchViews {

    private final FacetLabels labels;

    SearchViews(FacetLabels labels) {
        this.labels = labels;
    }

    SearchView of(SearchPage page, ProductQuery query, Locale locale) {
        var highlight = new Highlight(query.q());
        return new SearchView(
                page.items().stream()
                        .map(card -> CardView.of(card, query.day(), highlight))
                        .toList(),
                new TotalView(page.total(), page.exact() ? "eq" : "gte"),
                labels.of(page.facets(), locale),
                page.didYouMean(),
                page.next());
    }
}
