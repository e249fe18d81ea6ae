package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Hit;

/**
 * Searches with the words as typed, and asks again only when that finds nothing or too little: with a slip put right, with
 * what is of the same kind, at last with any of the words.
 */
@Repository
class ElasticListings implements Listings {

    /** Enough to keep Elasticsearch at work; what comes meanwhile goes together. */
    private static final int UNDER_WAY = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** With fewer, more of the same kind follows. */
    private static final int FEW = 4;

    private static final int MOST_GUESSES = 4;
    private static final int LOOK_AT = 10;

    private final JsonMapper mapper;
    private final Countings countings;
    private final SearchWorker searches;
    private final RecentAnswers<ProductQuery, SearchPage> pages = new RecentAnswers<>();
    private final RecentAnswers<Prefix, Suggestions> suggestions = new RecentAnswers<>();
    private final Wordings wordings;
    private final Guessing guessing;
    private final Words strict;
    private final Words related;
    private final Words loose;

    ElasticListings(Elasticsearch elasticsearch, JsonMapper mapper, Wordings wordings) {
        this.mapper = mapper;
        this.countings = new Countings(mapper);
        this.searches = new SearchWorker(elasticsearch, new SearchAnswer(mapper), UNDER_WAY);
        this.wordings = wordings;
        this.guessing = new Guessing(searches, mapper, wordings);
        this.strict = Words.strict(wordings);
        this.related = Words.related(wordings);
        this.loose = Words.loose(wordings);
    }

    private record Prefix(String typed, LocalDate day) {}

    @Override
    public Mono<SearchPage> search(ProductQuery query) {
        return pages.to(query, () -> findPage(query));
    }

    private Mono<SearchPage> findPage(ProductQuery query) {
        return find(query, strict, query.q()).flatMap(found -> {
            if (query.q().isEmpty()) {
                return Mono.just(page(query, found, null));
            }
            return found.isNowhere()
                    ? guessed(query)
                    : corrected(query, scattered(query.q(), found))
                            .switchIfEmpty(Mono.defer(() -> complete(query, query.q(), found, null)));
        });
    }

    /** What is known best is tried first, what products say next, and at last any of the words do. */
    private Mono<SearchPage> guessed(ProductQuery query) {
        var near = wordings.near(query.q());
        var surely = near.stream()
                .filter(one -> one.syllables() > 1)
                .map(Wordings.Near::words)
                .toList();
        var known = near.stream().map(Wordings.Near::words).toList();
        return corrected(query, known)
                .switchIfEmpty(guessing.of(query, new SearchRequest(query, countings.of(query.day())))
                        .flatMap(guesses -> corrected(query, guesses)))
                .switchIfEmpty(Mono.defer(() -> withAnyWord(query, surely.isEmpty() ? query.q() : surely.getFirst())));
    }

    /** With the first of the other words that find something; empty when none does. */
    private Mono<SearchPage> corrected(ProductQuery query, List<String> others) {
        return Flux.fromIterable(others)
                .take(MOST_GUESSES)
                .concatMap(
                        other -> find(query, strict, other)
                                .filter(found -> found.total() > 0)
                                .flatMap(found -> complete(query, other, found, Guessing.spelled(other, found))),
                        1)
                .next();
    }

    /** Words that are all there but nowhere together may be one that is known with a slip: <i>muối tm</i>. */
    private List<String> scattered(String q, Found found) {
        if (q.indexOf(' ') < 0 || wordings.read(q).isKnownTogether()) {
            return List.of();
        }
        var folded = VietnameseText.fold(q);
        var isTogether = found.hits().stream()
                .limit(LOOK_AT)
                .anyMatch(hit -> Guessing.texts(hit).stream()
                        .anyMatch(text -> VietnameseText.fold(text).contains(folded)));
        var words = q.split(" ").length;
        return isTogether
                ? List.of()
                : wordings.near(q).stream()
                        .filter(near -> near.syllables() == words)
                        .map(Wordings.Near::words)
                        .toList();
    }

    /** A page of what was asked for; when that is little, with what is of the same kind after it. */
    private Mono<SearchPage> complete(ProductQuery query, String q, Found found, @Nullable String didYouMean) {
        var mayHaveMore = query.sort() == Sort.RELEVANCE
                && found.total() < FEW
                && q.indexOf(' ') > 0
                && !Understood.isCode(found)
                && wordings.read(q).core().size() > 1;
        return mayHaveMore
                ? find(query, related, q).map(more -> page(query, more, didYouMean))
                : Mono.just(page(query, found, didYouMean));
    }

    private Mono<SearchPage> withAnyWord(ProductQuery query, String q) {
        return find(query, loose, q).map(found -> page(query, found, null));
    }

    private Mono<Found> find(ProductQuery query, Words words, String q) {
        return Mono.defer(() -> {
            var request = new SearchRequest(query, countings.of(query.day()));
            return searches.search(mapper.writeValueAsBytes(request.body(_ -> words.query(q), Cursors.read(query))));
        });
    }

    private static SearchPage page(ProductQuery query, Found found, @Nullable String didYouMean) {
        var hits = found.hits();
        var isMore = hits.size() > query.limit();
        var shown = isMore ? hits.subList(0, query.limit()) : hits;
        var next = isMore
                ? Cursors.after(
                        query, shown.getLast().place(), shown.getLast().card().id())
                : null;
        return new SearchPage(
                shown.stream().map(Hit::card).toList(),
                found.total(),
                found.exact(),
                found.facets(),
                didYouMean,
                next,
                without(query, found));
    }

    private static Map<Facet, Long> without(ProductQuery query, Found found) {
        var without = new EnumMap<Facet, Long>(Facet.class);
        for (var facet : query.counted().facets()) {
            var under = found.under().get(facet.parameter());
            if (under != null
                    && FacetQueries.filter(facet, query.filters(), query.day()).isPresent()) {
                var _ = without.put(facet, under);
            }
        }
        return without;
    }

    @Override
    public Mono<Suggestions> suggest(String typed, LocalDate day) {
        return suggestions.to(new Prefix(typed, day), () -> findSuggestions(typed, day));
    }

    private Mono<Suggestions> findSuggestions(String typed, LocalDate day) {
        Map<String, Object> body = Suggesting.request(typed, day);
        return Mono.defer(() -> searches.search(mapper.writeValueAsBytes(body)))
                .map(found -> Suggesting.read(found, typed));
    }
}
