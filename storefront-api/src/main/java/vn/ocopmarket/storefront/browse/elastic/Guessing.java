package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.domain.Guesses;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Hit;

/** Asks the index for products that fit all words but one, and makes guesses of them at what was meant. */
final class Guessing {

    private static final int VOTERS = 20;
    private static final int GUESSES = 3;

    /** In longer questions nobody can tell which word is wrong. */
    private static final int MOST_WORDS = 6;

    private static final List<String> TEXTS = List.of("placeNames", "groupNames");
    private static final List<Map<String, String>> BEST_FIRST = List.of(Map.of("_score", "desc"), Map.of("id", "asc"));

    private final SearchWorker searches;
    private final JsonMapper mapper;
    private final Wordings wordings;
    private final Countings countings;
    private final Phrasing phrasing;
    private final Words withOneSlip;

    Guessing(SearchWorker searches, JsonMapper mapper, Wordings wordings, Countings countings, Phrasing phrasing) {
        this.countings = countings;
        this.phrasing = phrasing;
        this.searches = searches;
        this.mapper = mapper;
        this.wordings = wordings;
        this.withOneSlip = Words.withOneSlip(wordings, phrasing);
    }

    /** The most likely first, perhaps none; never empty as a Mono; errors as in a search. */
    Mono<List<String>> of(ProductQuery query) {
        return Mono.defer(() -> {
            var wanted = wordings.read(query.q());
            if (wanted.core().size() > MOST_WORDS) {
                return Mono.just(List.of());
            }
            var body = new SearchRequest(query, countings.of(query.day()), phrasing.ranking()).body(withOneSlip, null);
            var _ = body.put("size", VOTERS);
            var _ = body.put("sort", BEST_FIRST);
            var _ = body.put("fields", TEXTS);
            return searches.search(mapper.writeValueAsBytes(body)).map(found -> {
                var guesses = new Guesses(wanted);
                for (var rank = 0; rank < found.hits().size(); rank++) {
                    guesses.vote(texts(found.hits().get(rank)), rank);
                }
                return guesses.best(GUESSES);
            });
        });
    }

    /** Other words with the accents of what they found. */
    static String spelled(String words, Found found) {
        return Guesses.spelled(
                words,
                found.hits().stream()
                        .limit(1)
                        .flatMap(hit -> texts(hit).stream())
                        .toList());
    }

    static List<String> texts(Hit hit) {
        return Stream.concat(
                        Stream.of(
                                hit.card().name(),
                                hit.card().producer().name(),
                                hit.card().province().name()),
                        hit.texts().stream())
                .toList();
    }
}
