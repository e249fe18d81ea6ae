package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuples;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.Showrooms.Showroom;

/** The first page, and what the stars mean. */
@Controller
class HomePages {

    private static final int SHELF = 8;

    /** Enough to fill a shelf without those that are left out. */
    private static final int LOOK_AT = 3 * SHELF;

    private static final Filters FIVE_STARS =
            new Filters(Set.of(), Set.of(5), Set.of(), Set.of(), Set.of(), null, null, false);
    private static final SearchPage NOTHING = new SearchPage(List.of(), 0, true, Map.of(), null, null);

    private final Listings listings;
    private final SearchViews views;
    private final Showrooms showrooms;
    private final Clock clock;

    HomePages(Listings listings, SearchViews views, Showrooms showrooms, Clock clock) {
        this.listings = listings;
        this.views = views;
        this.showrooms = showrooms;
        this.clock = clock;
    }

    /** It opens even while the search index is away, only with empty shelves. */
    @GetMapping("/")
    Mono<Rendering> home(Locale locale) {
        var today = LocalDate.now(clock);
        var newest = ProductQuery.everything(today, LOOK_AT).counting(Facet.GROUP, Facet.PROVINCE);
        var best = new ProductQuery("", FIVE_STARS, today, Sort.RELEVANCE, LOOK_AT, null).counting();
        var shelves = Mono.zip(listings.search(newest), listings.search(best))
                .onErrorReturn(SearchUnavailable.class, Tuples.of(NOTHING, NOTHING));
        return Mono.zip(shelves, whereToLook())
                .map(both -> Rendering.view("home")
                        .modelAttribute("newest", views.of(shelf(both.getT1().getT1()), newest, locale))
                        .modelAttribute("best", views.of(shelf(both.getT1().getT2()), best, locale))
                        .modelAttribute("showrooms", both.getT2())
                        .build());
    }

    private static SearchPage shelf(SearchPage page) {
        return new SearchPage(
                page.items().stream()
                        .filter(card -> !card.forAdults())
                        .limit(SHELF)
                        .toList(),
                page.total(),
                page.exact(),
                page.facets(),
                page.didYouMean(),
                page.next());
    }

    /** The page is worth more than this part of it. */
    private Mono<List<Showroom>> whereToLook() {
        return showrooms.open().collectList().onErrorReturn(List.of());
    }

    @GetMapping("/about/stars")
    String stars() {
        return "about-stars";
    }
}
