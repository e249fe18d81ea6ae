package vn.ocopmarket.storefront.browse.elastic;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.RecentAnswers;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.browse.elastic.Choosing.Way;
import vn.ocopmarket.storefront.browse.elastic.CuttingPages.Cut;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Hit;

/** Searches with the words as typed, and with others that {@link Choosing} chooses when that finds nothing or too little. */
final class Searching {

    private final Parts parts;
    private final Choosing choosing;
    private final RecentAnswers<ProductQuery, SearchPage> pages = RecentAnswers.ofThisMoment();
    private final RecentAnswers<ProductQuery, Way> ways = RecentAnswers.ofThisMoment();

    Searching(Parts parts, Wordings wordings) {
        this.parts = parts;
        this.choosing = new Choosing(
                wordings,
                parts.phrasing(),
                new Guessing(parts.searches(), parts.mapper(), wordings, parts.countings(), parts.phrasing()),
                this::find);
    }

    /**
     * What does not depend on the words that are understood.
     *
     * @param patience for all that is asked for one page
     */
    record Parts(
            CuttingPages cutting,
            SearchWorker searches,
            JsonMapper mapper,
            Countings countings,
            Phrasing phrasing,
            Duration patience) {}

    Mono<SearchPage> search(ProductQuery query) {
        return pages.to(query, () -> findPage(query));
    }

    /** The way in which a question is searched for. */
    Mono<Way> way(ProductQuery query) {
        var asTyped = choosing.asTyped(query);
        var bare = Choosing.bare(query);
        return find(bare, asTyped)
                .flatMap(found -> choosing.isEnough(query, found) ? Mono.just(asTyped) : choosing.of(bare));
    }

    /** With other words as long as there is time for them; then with what there is, but never with nothing. */
    private Mono<SearchPage> findPage(ProductQuery query) {
        return Mono.defer(() -> {
            var asTyped = choosing.asTyped(query);
            var begun = System.nanoTime();
            return first(query, asTyped).flatMap(cut -> {
                var found = cut.found();
                var asFound = page(query, cut, asTyped);
                var left = parts.patience().minusNanos(System.nanoTime() - begun);
                return choosing.isEnough(query, found)
                        ? Mono.just(asFound)
                        : chosen(query, asTyped, asFound)
                                .timeout(left.isPositive() ? left : Duration.ZERO)
                                .onErrorResume(
                                        Searching::isWaitedFor,
                                        failure -> found.total() > 0 && query.cursor() == null
                                                ? Mono.just(asFound)
                                                : Mono.error(
                                                        new SearchUnavailable("No time for other words", failure)));
            });
        });
    }

    /** Who goes on may have to wait for a moment to begin and then for a search in it. */
    private Mono<Cut> first(ProductQuery query, Way asTyped) {
        return query.cursor() == null
                ? cut(query, asTyped)
                : cut(query, asTyped)
                        .timeout(parts.patience())
                        .onErrorMap(
                                TimeoutException.class,
                                late -> new SearchUnavailable("No time for another page", late));
    }

    private Mono<SearchPage> chosen(ProductQuery query, Way asTyped, SearchPage asFound) {
        var bare = Choosing.bare(query);
        return ways.to(bare, () -> choosing.of(bare))
                .flatMap(way -> way.equals(asTyped)
                        ? Mono.just(asFound)
                        : cut(query, way).map(other -> page(query, other, way)));
    }

    private static boolean isWaitedFor(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof SearchUnavailable;
    }

    private Mono<Found> find(ProductQuery query, Way way) {
        return cut(query, way).map(Cut::found);
    }

    private Mono<Cut> cut(ProductQuery query, Way way) {
        return Mono.defer(() -> parts.cutting().cut(query, after -> body(query, way, after)));
    }

    /** What is sent to Elasticsearch for the page after a hit, or for the first one. */
    Map<String, Object> body(ProductQuery query, Way way, @Nullable List<Object> after) {
        var request = new SearchRequest(
                query, parts.countings().of(query.day()), parts.phrasing().ranking());
        return request.body(_ -> way.words().query(way.q()), after);
    }

    private static SearchPage page(ProductQuery query, Cut cut, Way way) {
        var found = cut.found();
        return new SearchPage(
                cut.shown().stream().map(Hit::card).toList(),
                found.total(),
                found.exact(),
                found.facets(),
                way.didYouMean(),
                cut.next(),
                without(query, found),
                way.match(found));
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
}
