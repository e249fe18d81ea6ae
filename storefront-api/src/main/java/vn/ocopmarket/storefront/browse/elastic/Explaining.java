package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.ExplainSearch;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.elastic.Choosing.Way;

/** Lets Elasticsearch explain the very query of a search, so that what is told is what was done; dear, and only for staff. */
@Component
class Explaining implements ExplainSearch {

    private static final int FIRST = 10;

    private final ElasticListings listings;
    private final Elasticsearch elasticsearch;
    private final JsonMapper mapper;

    Explaining(ElasticListings listings, Elasticsearch elasticsearch, JsonMapper mapper) {
        this.listings = listings;
        this.elasticsearch = elasticsearch;
        this.mapper = mapper;
    }

    @Override
    public Mono<Explained> explain(ProductQuery query, List<String> ids) {
        var searching = listings.searching();
        return searching
                .way(query)
                .flatMap(way -> elasticsearch
                        .search(mapper.writeValueAsBytes(body(searching.body(query, way, null), ids)))
                        .map(answer -> read(answer, way)));
    }

    /** The same query, for some of what it finds. */
    private static Map<String, Object> body(Map<String, Object> search, List<String> ids) {
        var _ = search.put("explain", true);
        var _ = search.put("size", ids.isEmpty() ? FIRST : ids.size());
        var _ = search.remove("aggs");
        if (!ids.isEmpty()) {
            var _ = search.put(
                    "query",
                    Map.of(
                            "bool",
                            Map.of(
                                    "must",
                                    Objects.requireNonNull(search.get("query")),
                                    "filter",
                                    Clauses.terms("id", ids))));
        }
        return search;
    }

    private Explained read(byte[] answer, Way way) {
        var hits = new ArrayList<Hit>();
        for (var hit : mapper.readTree(answer).path("hits").path("hits")) {
            var _ = hits.add(hit(hit, way.q()));
        }
        return new Explained(way.q(), way.didYouMean(), way.match(), hits);
    }

    private Hit hit(JsonNode hit, String q) {
        var card = mapper.readValue(hit.path("fields").path("card").path(0).asString(), SearchCard.class);
        var explanation = hit.path("_explanation");
        return new Hit(
                card.id(), card.name(), explanation.path("value").asDouble(), new Explanation(q).parts(explanation));
    }

    static List<JsonNode> details(JsonNode explanation) {
        return StreamSupport.stream(explanation.path("details").spliterator(), false)
                .toList();
    }
}
