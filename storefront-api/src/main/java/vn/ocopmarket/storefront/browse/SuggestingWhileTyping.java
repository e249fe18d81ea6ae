package vn.ocopmarket.storefront.browse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RecentAnswers;
import vn.ocopmarket.storefront.browse.PlacesByName.Named;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedPlace;

/** Suggests while somebody types; each part that does not answer in time is left out, but for the products. */
public final class SuggestingWhileTyping {

    private static final int PLACES = 4;
    private static final int SHORTEST = 2;
    private static final int MOST_COMMUNES = 50;

    /** Who types on does not wait for a place. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Listings listings;
    private final PlacesByName places;
    private final WorkingQueries queries;
    private final RecentAnswers<Sought, Boolean> known = RecentAnswers.keptFor(A_WHILE);

    public SuggestingWhileTyping(Listings listings, PlacesByName places, WorkingQueries queries) {
        this.listings = listings;
        this.places = places;
        this.queries = queries;
    }

    private record Sought(Map<String, List<String>> parameters, LocalDate day) {}

    /** Never empty; errors as {@link Listings#suggest} has them. */
    public Mono<Suggestions> of(String typed, LocalDate day) {
        return Mono.zip(
                listings.suggest(typed, day),
                named(typed, day),
                (found, named) ->
                        new Suggestions(found.products(), found.producers(), named, queries.beginning(typed)));
    }

    /** Only those from which something is for sale: the others would lead to an empty page. */
    private Mono<List<SuggestedPlace>> named(String typed, LocalDate day) {
        if (typed.length() < SHORTEST) {
            return Mono.just(List.of());
        }
        return places.beginning(typed)
                .flatMapMany(Flux::fromIterable)
                .map(SuggestingWhileTyping::suggested)
                .filter(place ->
                        place.parameters().getOrDefault("commune", List.of()).size() <= MOST_COMMUNES)
                .distinct(place -> Set.of(place.name(), place.parameters()))
                .flatMapSequential(place -> known.to(
                                new Sought(place.parameters(), day),
                                () -> listings.search(seeking(place, day)).map(SuggestingWhileTyping::hasIt))
                        .filter(isForSale -> isForSale)
                        .map(_ -> place))
                .take(PLACES)
                .collectList()
                .timeout(PATIENCE)
                .onErrorReturn(List.of());
    }

    /** Something that only has a word of its name is not from there. */
    private static boolean hasIt(SearchPage page) {
        return page.total() > 0 && page.match() == SearchPage.Match.EXACT && page.didYouMean() == null;
    }

    /** A province of before is only found by its name, because what was one now is a part of another. */
    private static SuggestedPlace suggested(Named place) {
        Map<String, List<String>> parameters = switch (place.kind()) {
            case "province" -> Map.of("province", List.of(place.provinceCode()));
            case "former-province" -> Map.of("q", List.of(place.name()));
            default -> Map.of("commune", place.communes());
        };
        return new SuggestedPlace(place.name(), place.kind(), place.provinceName(), parameters);
    }

    private static ProductQuery seeking(SuggestedPlace place, LocalDate day) {
        var words = String.join(" ", place.parameters().getOrDefault("q", List.of()));
        var filters = new Filters(
                Set.of(),
                Set.of(),
                Set.copyOf(place.parameters().getOrDefault("province", List.of())),
                Set.copyOf(place.parameters().getOrDefault("commune", List.of())),
                Set.of(),
                null,
                null,
                false);
        return new ProductQuery(words, filters, day, Sort.RELEVANCE, 1, null).counting();
    }
}
