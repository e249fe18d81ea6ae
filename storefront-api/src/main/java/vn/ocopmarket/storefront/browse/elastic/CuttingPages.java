package vn.ocopmarket.storefront.browse.elastic;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.elastic.Cursors.Start;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Hit;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Refused;

/**
 * Cuts what a search finds into pages that neither repeat nor skip anything while the index changes. In the order of prices
 * or days the place of a hit is its own, so it is enough to go on behind it. Scores are not a hit's own, as every write moves
 * all of them: whoever asks for a second page goes through a moment of the index from its first hit, without those that the
 * first page has shown. So a first page, which is most of them, costs nothing more.
 */
final class CuttingPages {

    private final Elasticsearch elasticsearch;
    private final SearchWorker searches;
    private final JsonMapper mapper;
    private final SearchAnswer answers;
    private final Moments moments;

    CuttingPages(Elasticsearch elasticsearch, SearchWorker searches, JsonMapper mapper, Moments moments) {
        this.elasticsearch = elasticsearch;
        this.searches = searches;
        this.mapper = mapper;
        this.answers = new SearchAnswer(mapper);
        this.moments = moments;
    }

    /**
     * A page and where the next begins.
     *
     * @param next null when this is the last
     */
    record Cut(Found found, List<Hit> shown, @Nullable String next) {

        Cut {
            shown = List.copyOf(shown);
        }
    }

    /**
     * The page of the query's cursor; errors as in a search, and {@link vn.ocopmarket.storefront.browse.InvalidCursor}.
     *
     * @param request makes the request that goes on after a place, and asks for one hit more than the page has
     */
    Mono<Cut> cut(ProductQuery query, Function<@Nullable List<Object>, Map<String, Object>> request) {
        return Mono.defer(() -> {
            var start = Cursors.read(query);
            var body = request.apply(start.after());
            return query.cursor() == null || !Cursors.needsAMoment(query)
                    ? searches.search(mapper.writeValueAsBytes(body)).map(found -> plain(query, found))
                    : moment(start).flatMap(moment -> within(moment, query, start, body));
        });
    }

    private Mono<String> moment(Start start) {
        var moment = start.moment();
        return moment == null ? moments.recent() : Mono.just(moment);
    }

    private Mono<Cut> within(String moment, ProductQuery query, Start start, Map<String, Object> body) {
        var _ = body.put("size", query.limit() + 1 + start.shown().size());
        var _ = body.put("pit", Map.of("id", moment, "keep_alive", Moments.LIFE.toSeconds() + "s"));
        return elasticsearch.searchWithin(mapper.writeValueAsBytes(body)).map(answer -> switch (answers.read(answer)) {
            case Found found -> rest(query, found, moment, start);
            case Refused(int status, String why) -> throw Elasticsearch.failure(status, why);
        });
    }

    private static Cut plain(ProductQuery query, Found found) {
        var hits = found.hits();
        if (hits.size() <= query.limit()) {
            return new Cut(found, hits, null);
        }
        var shown = hits.subList(0, query.limit());
        var marks = Cursors.needsAMoment(query)
                ? shown.stream().map(CuttingPages::mark).toList()
                : List.<Integer>of();
        return new Cut(found, shown, next(query, shown.getLast(), null, marks));
    }

    /** What the first page has shown may be anywhere in the moment, so it is looked out for until it comes. */
    private static Cut rest(ProductQuery query, Found found, String moment, Start start) {
        var fresh = found.hits().stream()
                .filter(hit -> !start.shown().contains(mark(hit)))
                .toList();
        if (fresh.size() <= query.limit()) {
            return new Cut(found, fresh, null);
        }
        var shown = fresh.subList(0, query.limit());
        Set<Integer> left = new HashSet<>(start.shown());
        var last = found.hits().indexOf(shown.getLast());
        found.hits().subList(0, last).forEach(hit -> left.remove(mark(hit)));
        return new Cut(found, shown, next(query, shown.getLast(), moment, List.copyOf(left)));
    }

    private static int mark(Hit hit) {
        return Cursors.mark(hit.card().id());
    }

    private static String next(ProductQuery query, Hit last, @Nullable String moment, List<Integer> marks) {
        return Cursors.after(query, last.place(), last.card().id(), moment, marks);
    }
}
