package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.pages.Problem;

/** A producer with what it has for sale. */
@Controller
class ProducerPages {

    private static final int SHELF = 48;

    private final Listings listings;
    private final FindProducts products;
    private final SearchViews views;
    private final ProductViews productViews;
    private final Clock clock;

    ProducerPages(Listings listings, FindProducts products, SearchViews views, ProductViews productViews, Clock clock) {
        this.listings = listings;
        this.products = products;
        this.views = views;
        this.productViews = productViews;
        this.clock = clock;
    }

    @GetMapping("/producers/{id:[A-Za-z0-9_-]{1,100}}")
    Mono<Rendering> producer(@PathVariable String id, Locale locale) {
        var filters = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(id), null, null, false);
        var query = new ProductQuery("", filters, LocalDate.now(clock), Sort.RELEVANCE, SHELF, null);
        return listings.search(query)
                .filter(page -> !page.items().isEmpty())
                .flatMap(page -> shown(page, query, locale))
                .switchIfEmpty(Mono.error(() -> Problem.of("producer-not-found", 404)))
                .onErrorMap(SearchUnavailable.class, _ -> SearchProblems.unavailable());
    }

    private Mono<Rendering> shown(SearchPage page, ProductQuery query, Locale locale) {
        return products.byIdOrSlug(page.items().getFirst().id())
                .map(listed -> Rendering.view("producer")
                        .modelAttribute("one", productViews.of(listed, query.day(), locale))
                        .modelAttribute("page", views.of(page, query, locale))
                        .build());
    }
}
