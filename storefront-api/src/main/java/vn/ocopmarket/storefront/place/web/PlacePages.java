package vn.ocopmarket.storefront.place.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.place.Communes;

/** A commune with what is for sale from there, who makes it, and what the place was called before. */
@Controller
class PlacePages {

    private final Communes communes;
    private final Listings listings;
    private final Clock clock;

    PlacePages(Communes communes, Listings listings, Clock clock) {
        this.communes = communes;
        this.listings = listings;
        this.clock = clock;
    }

    @GetMapping("/places/{code:[0-9]{5}}")
    Mono<Rendering> commune(@PathVariable String code) {
        var from = new Filters(Set.of(), Set.of(), Set.of(), Set.of(code), Set.of(), null, null, false);
        var query =
                new ProductQuery("", from, LocalDate.now(clock), Sort.RELEVANCE, ProductQuery.MOST, null).counting();
        return communes.find(code)
                .flatMap(commune -> listings.search(query).map(page -> shown(commune, page, query.day())))
                .switchIfEmpty(Mono.error(() -> Problem.of("place-not-found", 404)))
                .onErrorMap(failure -> failure instanceof Problem
                        ? failure
                        : Problem.of("unavailable", 503).header("Retry-After", "5"));
    }

    private static Rendering shown(Communes.Known commune, SearchPage page, LocalDate day) {
        return Rendering.view("place/commune")
                .modelAttribute("place", commune)
                .modelAttribute(
                        "cards",
                        page.items().stream()
                                .map(card -> PlaceCard.of(card, day))
                                .toList())
                .modelAttribute("total", page.total())
                .modelAttribute("producers", producers(page.items()))
                .build();
    }

    private static List<SearchCard.Named> producers(List<SearchCard> cards) {
        return cards.stream().map(SearchCard::producer).distinct().toList();
    }
}
