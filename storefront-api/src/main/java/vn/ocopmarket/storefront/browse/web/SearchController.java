package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.Suggestions;

/** Search and suggestions for programs. */
@RestController
class SearchController {

    private static final int PAGE = 20;

    private final Listings listings;
    private final SearchViews views;
    private final MessageSource messages;
    private final Clock clock;

    SearchController(Listings listings, SearchViews views, MessageSource messages, Clock clock) {
        this.listings = listings;
        this.views = views;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/v1/products")
    Mono<SearchView> search(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var query = new QueryParameters(parameters, messages, locale)
                .refusingOthers()
                .query(LocalDate.now(clock), PAGE);
        return listings.search(query)
                .map(page -> views.of(page, query, locale))
                .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }

    @GetMapping("/api/v1/suggest")
    Mono<Suggestions> suggest(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var typed = new QueryParameters(parameters, messages, locale)
                .refusingOthers()
                .query(LocalDate.now(clock), PAGE)
                .q();
        return typed.isEmpty()
                ? Mono.just(Suggestions.NONE)
                : listings.suggest(typed, LocalDate.now(clock))
                        .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }
}
