package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.Showrooms;
import vn.ocopmarket.storefront.browse.SuggestingWhileTyping;
import vn.ocopmarket.storefront.browse.Suggestions;

/** The search page and the suggestions under the search box. */
@Controller
class SearchPages {

    private static final int PAGE = 24;
    private static final Pattern PRICES = Pattern.compile("(\\d{1,9})-(\\d{1,9})?");

    private final Listings listings;
    private final SuggestingWhileTyping suggesting;
    private final SearchViews views;
    private final FacetLabels labels;
    private final Showrooms showrooms;
    private final MessageSource messages;
    private final Clock clock;

    SearchPages(
            Listings listings,
            SuggestingWhileTyping suggesting,
            SearchViews views,
            FacetLabels labels,
            Showrooms showrooms,
            MessageSource messages,
            Clock clock) {
        this.showrooms = showrooms;
        this.listings = listings;
        this.suggesting = suggesting;
        this.views = views;
        this.labels = labels;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/search")
    Mono<Rendering> search(
            @RequestParam MultiValueMap<String, String> given, @RequestHeader HttpHeaders headers, Locale locale) {
        var parameters = onePrice(GivenParameters.filled(given));
        var query = new QueryParameters(priced(parameters), messages, locale)
                .counting(Facet.ALL)
                .query(LocalDate.now(clock), PAGE);
        var view = isPart(headers) ? "search :: browse" : "search";
        return Mono.zip(
                        listings.search(query),
                        showrooms.names(),
                        (page, names) ->
                                SearchModel.of(views.of(page, query, names, locale), parameters, labels, locale))
                .map(model ->
                        Rendering.view(view).modelAttribute("search", model).build())
                .onErrorResume(SearchUnavailable.class, _ -> Mono.just(unavailable(query.q())))
                .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }

    @GetMapping("/suggest")
    Mono<Rendering> suggest(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var today = LocalDate.now(clock);
        var typed = new QueryParameters(parameters, messages, locale).typed();
        return (typed.length() < 2 ? Mono.just(Suggestions.NONE) : suggesting.of(typed, today))
                .onErrorReturn(SearchUnavailable.class, Suggestions.NONE)
                .map(suggestions -> Rendering.view("suggestions")
                        .modelAttribute("suggestions", suggestions)
                        .build());
    }

    private static Rendering unavailable(String q) {
        return Rendering.view("search-unavailable")
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .modelAttribute("q", q)
                .build();
    }

    /** htmx wants the part that changes; when it restores history it needs the whole page. */
    private static boolean isPart(HttpHeaders headers) {
        return headers.containsHeader("HX-Request") && !headers.containsHeader("HX-History-Restore-Request");
    }

    private static boolean isGiven(MultiValueMap<String, String> parameters, String name) {
        return parameters.getFirst(name) instanceof String value && !value.isBlank();
    }

    /** What is typed into the fields comes before the ticked range, which is not shown as ticked then. */
    private static MultiValueMap<String, String> onePrice(MultiValueMap<String, String> parameters) {
        if (isGiven(parameters, "minPrice") || isGiven(parameters, "maxPrice")) {
            parameters.remove("price");
        }
        return parameters;
    }

    /** The page offers price ranges as one tick each. */
    private static MultiValueMap<String, String> priced(MultiValueMap<String, String> parameters) {
        @Nullable String price = parameters.getFirst("price");
        if (price == null) {
            return parameters;
        }
        var both = new LinkedMultiValueMap<>(parameters);
        var range = PRICES.matcher(price);
        if (range.matches()) {
            both.set("minPrice", range.group(1));
            both.set("maxPrice", range.group(2));
        }
        return both;
    }
}
