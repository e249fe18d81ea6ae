package vn.ocopmarket.bench.source;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Json;
import vn.ocopmarket.bench.Requests;

/** What Elasticsearch says of the indices of products. */
public final class LiveIndex {

    private static final String ALIAS = "products";
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private final String elasticsearch;

    public LiveIndex(String elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The name of the one that readers see; empty when there is none. */
    public String name() throws IOException {
        return names("/_alias/" + ALIAS).stream().reduce("", (_, name) -> name);
    }

    /** The name of the newest, live or not; empty when there is none. */
    public String newest() throws IOException {
        return names("/" + ALIAS + "-*/_alias").stream().sorted().reduce("", (_, name) -> name);
    }

    private List<String> names(String path) throws IOException {
        var answer = get(path);
        return answer.has("error") ? List.of() : List.copyOf(answer.propertyNames());
    }

    /** How many documents were written to an index since it was opened, searchable or not. */
    public long written(String index) throws IOException {
        return get("/" + index + "/_stats/indexing")
                .at("/_all/primaries/indexing/index_total")
                .asLong();
    }

    public long documents() throws IOException {
        return get("/" + ALIAS + "/_count").path("count").asLong();
    }

    public double megabytes() throws IOException {
        return get("/" + ALIAS + "/_stats/store")
                        .at("/_all/primaries/store/size_in_bytes")
                        .asLong()
                / BYTES_PER_MEGABYTE;
    }

    public long segments() throws IOException {
        return get("/" + ALIAS + "/_stats/segments")
                .at("/_all/primaries/segments/count")
                .asLong();
    }

    /** Waits until nothing is merged any more, so that what is measured next does not pay for it. */
    public void awaitRest() throws IOException, InterruptedException {
        while (get("/" + ALIAS + "-*/_stats/merge")
                        .at("/_all/total/merges/current")
                        .asLong()
                > 0) {
            Thread.sleep(500);
        }
    }

    /** The revision of a product in the live index, whether searches find it or not. */
    public long revision(String id) throws IOException {
        return get("/" + ALIAS + "/_doc/" + id + "?_source_includes=product.revision")
                .at("/_source/product/revision")
                .asLong();
    }

    private JsonNode get(String path) throws IOException {
        try (var connection = new Connection(elasticsearch)) {
            return Json.tree(connection.send(Requests.get(path)));
        }
    }
}
