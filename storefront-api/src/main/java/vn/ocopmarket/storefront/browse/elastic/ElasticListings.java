package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.RecentAnswers;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.ranking.Ranking;

/** Searches with the words that are understood at the moment. */
@Repository
class ElasticListings implements Listings {

    /** Enough to keep Elasticsearch at work; what comes meanwhile goes together. */
    private static final int UNDER_WAY = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final JsonMapper mapper;
    private final SearchWorker searches;
    private final Phrasing phrasing;
    private final Searching.Parts parts;
    private final Supplier<Wordings> wordings;
    private final RecentAnswers<Prefix, Suggestions> suggestions = RecentAnswers.ofThisMoment();
    private volatile Current current;

    @Autowired
    ElasticListings(
            Elasticsearch elasticsearch,
            JsonMapper mapper,
            Supplier<Wordings> wordings,
            Ranking ranking,
            AsideWorker aside) {
        this.phrasing = new Phrasing(ranking);
        this.mapper = mapper;
        this.searches = new SearchWorker(elasticsearch, new SearchAnswer(mapper), UNDER_WAY);
        var moments = new Moments(elasticsearch, aside::begin, System::nanoTime);
        var cutting = new CuttingPages(elasticsearch, searches, mapper, moments);
        this.parts = new Searching.Parts(
                cutting, searches, mapper, new Countings(mapper), phrasing, elasticsearch.timeout());
        this.wordings = wordings;
        this.current = made(wordings.get());
    }

    /** With words that never change. */
    ElasticListings(Elasticsearch elasticsearch, JsonMapper mapper, Wordings wordings, Ranking ranking) {
        this(elasticsearch, mapper, () -> wordings, ranking, new AsideWorker(() -> {}));
    }

    private record Prefix(String typed, LocalDate day) {}

    private record Current(Wordings wordings, Searching searching) {}

    @Override
    public Mono<SearchPage> search(ProductQuery query) {
        return Mono.defer(() -> searching().search(query));
    }

    /** With the words of this moment. */
    Searching searching() {
        var now = wordings.get();
        var known = current;
        if (known.wordings() != now) {
            known = made(now);
            current = known;
        }
        return known.searching();
    }

    /** With other words, for whoever wants to see what would change. */
    Searching searching(Wordings others) {
        return new Searching(parts, others);
    }

    private Current made(Wordings words) {
        return new Current(words, searching(words));
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
