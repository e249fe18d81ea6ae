package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.RecentAnswers;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.browse.elastic.Choosing.Way;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Hit;
import vn.ocopmarket.storefront.ranking.Ranking;

/** Searches with the words as typed, and with others that {@link Choosing} chooses when that finds nothing or too little. */
@Repository
class ElasticListings implements Listings {

    /** Enough to keep Elasticsearch at work; what comes meanwhile goes together. */
    private static final int UNDER_WAY = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final JsonMapper mapper;
    private final Countings countings;
    private final SearchWorker searches;
    private final Phrasing phrasing;
    private final Choosing choosing;
    private final RecentAnswers<ProductQuery, SearchPage> pages = RecentAnswers.ofThisMoment();
    private final RecentAnswers<ProductQuery, Way> ways = RecentAnswers.ofThisMoment();
    private final RecentAnswers<Prefix, Suggestions> suggestions = RecentAnswers.ofThisMoment();

    ElasticListings(Elasticsearch elasticsearch, JsonMapper mapper, Wordings wordings, Ranking ranking) {
        this.phrasing = new Phrasing(ranking);
        this.mapper = mapper;
        this.countings = new Countings(mapper);
        this.searches = new SearchWorker(elasticsearch, new SearchAnswer(mapper), UNDER_WAY);
        this.choosing = new Choosing(
                wordings, phrasing, new Guessing(searches, mapper, wordings, countings, phrasing), this::find);
    }

    private record Prefix(String typed, LocalDate day) {}

    @Override
    public Mono<SearchPage> search(ProductQuery query) {
        return pages.to(query, () -> findPage(query));
    }

    private Mono<SearchPage> findPage(ProductQuery query) {
        var asTyped = choosing.asTyped(query);
        return find(query, asTyped).flatMap(found -> {
            if (choosing.isEnough(query, found)) {
                return Mono.just(page(query, found, null));
            }
            var bare = Choosing.bare(query);
            return ways.to(bare, () -> choosing.of(bare))
                    .flatMap(way -> way.equals(asTyped)
                            ? Mono.just(page(query, found, null))
                            : find(query, way).map(other -> page(query, other, way.didYouMean())));
        });
    }

    private Mono<Found> find(ProductQuery query, Way way) {
        return Mono.defer(() -> {
            var request = new SearchRequest(query, countings.of(query.day()), phrasing.ranking());
            var body = request.body(_ -> way.words().query(way.q()), Cursors.read(query));
            return searches.search(mapper.writeValueAsBytes(body));
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
        Map<String, Object> body = Suggesting.request(typed, day, phrasing);
        return Mono.defer(() -> searches.search(mapper.writeValueAsBytes(body)))
                .map(found -> Suggesting.read(found, typed));
    }
}
