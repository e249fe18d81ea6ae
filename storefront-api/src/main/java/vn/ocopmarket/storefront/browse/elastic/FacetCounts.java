package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.browse.SearchPage.Count;

/** The counts by facet of one search. */
final class FacetCounts {

    private final Map<String, List<Count>> facets = new HashMap<>();
    private final Map<String, Long> under = new HashMap<>();

    Map<String, List<Count>> facets() {
        return facets;
    }

    /** How many there are under the ticks of the other facets, for facets that were counted under ticks. */
    Map<String, Long> under() {
        return under;
    }

    void read(JsonNode aggregations) {
        aggregations.properties().forEach(facet -> {
            var counted = facet.getValue();
            if (counted.has("doc_count")) {
                var _ = under.put(facet.getKey(), counted.path("doc_count").asLong());
            }
            var ticked = counts(counted.path("ticked").path("buckets"));
            while (counted.has("of")) {
                counted = counted.path("of");
            }
            var _ = facets.put(facet.getKey(), with(ticked, counts(counted.path("buckets"))));
        });
    }

    /** The ticked ones that are not among the first come after them. */
    private static List<Count> with(List<Count> ticked, List<Count> first) {
        return Stream.concat(first.stream(), ticked.stream()).distinct().toList();
    }

    /** Buckets come as a list with keys, or as an object by key. */
    private static List<Count> counts(JsonNode buckets) {
        var counts = new ArrayList<Count>();
        if (buckets.isArray()) {
            for (var bucket : buckets) {
                add(counts, bucket.path("key").asString(), bucket);
            }
        } else {
            buckets.properties().forEach(bucket -> add(counts, bucket.getKey(), bucket.getValue()));
        }
        return counts;
    }

    private static void add(List<Count> counts, String value, JsonNode bucket) {
        var count = bucket.path("doc_count").asLong();
        if (count > 0) {
            var name = bucket.path("name").path("buckets").path(0).path("key");
            var _ = counts.add(new Count(value, count, name.isMissingNode() ? null : name.asString()));
        }
    }
}
