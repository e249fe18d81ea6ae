package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.SuggestingWhileTyping;
import vn.ocopmarket.storefront.browse.Suggestions;

/** Search and suggestions for programs. */
@RestController
class SearchController {

    private static final int PAGE = 20;
    private static final Map<String, String> NO_NAMES = Map.of();

    private final Listings listings;
    private final SuggestingWhileTyping suggesting;
    private final SearchViews views;
    private final Showrooms showrooms;
    private final MessageSource messages;
    private final Clock clock;

    SearchController(
            Listings listings,
            SuggestingWhileTyping suggesting,
            SearchViews views,
            Showrooms showrooms,
            MessageSource messages,
            Clock clock) {
        this.listings = listings;
        this.suggesting = suggesting;
        this.views = views;
        this.showrooms = showrooms;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/v1/products")
    Mono<SearchView> search(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var query = new QueryParameters(parameters, messages, locale)
                .refusingOthers()
                .query(LocalDate.now(clock), PAGE);
        var names = query.counted().facets().contains(Facet.LOCATION) ? showrooms.names() : Mono.just(NO_NAMES);
        return Mono.zip(listings.search(query), names, (page, showrooms) -> views.of(page, query, showrooms, locale))
                .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }

    @GetMapping("/api/v1/suggest")
    Mono<Suggestions> suggest(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var typed = new QueryParameters(parameters, messages, locale)
                .refusingOthers()
                .typed();
        return typed.isEmpty()
                ? Mono.just(Suggestions.NONE)
                : suggesting
                        .of(typed, LocalDate.now(clock))
                        .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }
}
