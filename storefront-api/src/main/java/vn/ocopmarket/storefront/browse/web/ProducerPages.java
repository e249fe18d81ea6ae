package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.FindByProducer;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.pages.Problem;

/** A producer with what it has for sale, and what it has that is not. */
@Controller
class ProducerPages {

    private static final int SHELF = 48;

    private final Listings listings;
    private final FindByProducer products;
    private final SearchViews views;
    private final ProductViews productViews;
    private final Clock clock;

    ProducerPages(
            Listings listings, FindByProducer products, SearchViews views, ProductViews productViews, Clock clock) {
        this.listings = listings;
        this.products = products;
        this.views = views;
        this.productViews = productViews;
        this.clock = clock;
    }

    @GetMapping("/producers/{id:[A-Za-z0-9_-]{1,100}}")
    Mono<Rendering> producer(@PathVariable String id, Locale locale) {
        var filters = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(id), null, null, false);
        var query = new ProductQuery("", filters, LocalDate.now(clock), Sort.RELEVANCE, SHELF, null).counting();
        var all = products.ofProducer(id)
                .map(listed -> productViews.of(listed, query.day(), locale))
                .sort(Comparator.comparing(product -> VietnameseText.fold(product.name())))
                .collectList();
        return Mono.zip(listings.search(query), all)
                .filter(both -> !both.getT2().isEmpty())
                .map(both -> shown(views.of(both.getT1(), query, locale), both.getT2()))
                .switchIfEmpty(Mono.error(() -> Problem.of("producer-not-found", 404)))
                .onErrorMap(SearchUnavailable.class, _ -> SearchProblems.unavailable());
    }

    private static Rendering shown(SearchView page, List<ProductView> all) {
        return Rendering.view("producer")
                .modelAttribute("one", all.getFirst())
                .modelAttribute("page", page)
                .modelAttribute(
                        "others",
                        all.stream().filter(product -> !product.purchasable()).toList())
                .build();
    }
}
