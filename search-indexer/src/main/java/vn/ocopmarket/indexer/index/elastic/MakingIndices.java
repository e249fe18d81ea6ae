package vn.ocopmarket.indexer.index.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.indexer.feed.Feed;
import vn.ocopmarket.indexer.index.BegunIndex;
import vn.ocopmarket.indexer.index.IndexDefinition;

/** Makes indices named {@code <alias>-<timestamp>}; what they are is kept in their mapping. */
final class MakingIndices {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String FINGERPRINT = "fingerprint";
    private static final String BEGUN = "begun";
    private static final String REFRESH = "refresh_interval";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final ElasticsearchAsyncClient client;
    private final JsonMapper json;
    private final String alias;

    MakingIndices(ElasticsearchAsyncClient client, JsonMapper json, String alias) {
        this.client = client;
        this.json = json;
        this.alias = alias;
    }

    /** How far the followers were when an index was begun, as it says of itself. */
    private record Mark(String since, Map<Feed, Long> positions) {}

    Mono<String> create(Instant at, IndexDefinition definition) {
        return Mono.defer(() -> make(name(at), body(definition)));
    }

    /** Nobody searches it yet, so it is not made searchable twice a second. */
    Mono<BegunIndex> begin(Instant at, IndexDefinition definition, Map<Feed, Long> positions) {
        return Mono.defer(() -> {
            var body = body(definition);
            var _ = body.withObject("/settings/index").put(REFRESH, "-1");
            var _ = body.withObject("/mappings/_meta").set(BEGUN, json.valueToTree(new Mark(at.toString(), positions)));
            return make(name(at), body).map(name -> new BegunIndex(name, at, positions));
        });
    }

    /** Empty when it has another definition or was not begun to be filled. */
    Mono<BegunIndex> begun(String index, IndexDefinition definition) {
        return mapping(index)
                .filter(mapping -> fingerprint(mapping).equals(definition.fingerprint()))
                .mapNotNull(mapping -> mapping.mappings().meta().get(BEGUN))
                .map(meta -> meta.to(Mark.class))
                .map(mark -> new BegunIndex(index, Instant.parse(mark.since()), mark.positions()));
    }

    Mono<String> fingerprint(String index) {
        return mapping(index).map(MakingIndices::fingerprint).defaultIfEmpty("");
    }

    Mono<Void> finish(String index, IndexDefinition definition) {
        var interval = json.readTree(definition.json())
                .at("/settings/index/" + REFRESH)
                .asString();
        return Mono.fromFuture(() -> client.indices()
                        .putSettings(put -> put.index(index)
                                .settings(settings -> settings.refreshInterval(time -> time.time(interval)))))
                .then(Mono.fromFuture(() -> client.indices().refresh(refresh -> refresh.index(index))))
                .timeout(TIMEOUT)
                .then();
    }

    /** What an index says of itself is written as a whole, here without the mark that it was begun. */
    Mono<Void> settle(String index, IndexDefinition definition) {
        return Mono.defer(() -> {
                    var mapper = client._jsonpMapper();
                    var meta = json.createObjectNode()
                            .set("_meta", body(definition).at("/mappings/_meta"));
                    var parser = mapper.jsonProvider().createParser(new StringReader(meta.toString()));
                    return Mono.fromFuture(() ->
                            client.indices().putMapping(put -> put.index(index).withJson(parser, mapper)));
                })
                .timeout(TIMEOUT)
                .then();
    }

    private Mono<IndexMappingRecord> mapping(String index) {
        return Mono.fromFuture(() -> client.indices().getMapping(get -> get.index(index)))
                .timeout(TIMEOUT)
                .mapNotNull(answer -> answer.mappings().get(index));
    }

    private static String fingerprint(@Nullable IndexMappingRecord mapping) {
        var kept = mapping == null ? null : mapping.mappings().meta().get(FINGERPRINT);
        return kept == null ? "" : kept.to(String.class);
    }

    private String name(Instant at) {
        return alias + "-" + STAMP.format(at);
    }

    private ObjectNode body(IndexDefinition definition) {
        var body = (ObjectNode) json.readTree(definition.json());
        var _ = body.withObject("/mappings/_meta").put(FINGERPRINT, definition.fingerprint());
        return body;
    }

    private Mono<String> make(String name, ObjectNode body) {
        var mapper = client._jsonpMapper();
        var parser = mapper.jsonProvider().createParser(new StringReader(body.toString()));
        return Mono.fromFuture(() ->
                        client.indices().create(create -> create.index(name).withJson(parser, mapper)))
                .timeout(TIMEOUT)
                .thenReturn(name);
    }
}
