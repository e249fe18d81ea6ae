package vn.ocopmarket.indexer.index.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.indexer.ElasticsearchSettings;
import vn.ocopmarket.indexer.feed.Feed;
import vn.ocopmarket.indexer.index.BegunIndex;
import vn.ocopmarket.indexer.index.IndexDefinition;
import vn.ocopmarket.indexer.index.Indices;
import vn.ocopmarket.indexer.index.LiveIndex;

/** Indices named {@code <alias>-<timestamp>}, the newer the later. */
@Component
final class ElasticIndices implements Indices {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;

    private final ElasticsearchAsyncClient client;
    private final MakingIndices making;
    private final Clock clock;
    private final String alias;

    /** An index keeps its fingerprint for life. */
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    ElasticIndices(ElasticsearchAsyncClient client, JsonMapper json, Clock clock, ElasticsearchSettings settings) {
        this.client = client;
        this.making = new MakingIndices(client, json, settings.index());
        this.clock = clock;
        this.alias = settings.index();
    }

    @Override
    public Mono<LiveIndex> live() {
        return published().flatMap(names -> {
            var newest = names.getLast();
            return fingerprint(newest).map(fingerprint -> new LiveIndex(newest, fingerprint, names.size() == 1));
        });
    }

    /** The indices the alias is on, the newest last; empty when there is none. */
    private Mono<List<String>> published() {
        return Mono.fromFuture(() -> client.indices().getAlias(get -> get.name(alias)))
                .timeout(TIMEOUT)
                .onErrorResume(ElasticsearchException.class, ElasticIndices::emptyWhenNotFound)
                .map(answer -> answer.aliases().keySet().stream().sorted().toList())
                .filter(names -> !names.isEmpty());
    }

    private Mono<String> fingerprint(String index) {
        var known = fingerprints.get(index);
        if (known != null) {
            return Mono.just(known);
        }
        return making.fingerprint(index).doOnNext(fingerprint -> fingerprints.put(index, fingerprint));
    }

    @Override
    public Mono<String> create(IndexDefinition definition) {
        return Mono.defer(() -> making.create(clock.instant(), definition));
    }

    @Override
    public Mono<BegunIndex> begin(IndexDefinition definition, Map<Feed, Long> positions) {
        return Mono.defer(() -> making.begin(clock.instant(), definition, positions));
    }

    /** One that was live once is older than the one that is live now. */
    @Override
    public Mono<BegunIndex> begun(IndexDefinition definition) {
        return Mono.zip(published().map(List::getLast), hidden().collectList())
                .flatMapIterable(both -> Stream.concat(both.getT2().stream(), Stream.of(both.getT1()))
                        .filter(name -> name.compareTo(both.getT1()) >= 0)
                        .sorted(Comparator.reverseOrder())
                        .toList())
                .concatMap(name -> making.begun(name, definition))
                .next();
    }

    /** The store looks up what the alias is on before it moves it, so two who move it at once may both add theirs. */
    @Override
    public Mono<Void> publish(String index) {
        return moveTo(index)
                .then(published())
                .filter(names -> names.size() > 1 && names.getLast().equals(index))
                .flatMap(_ -> moveTo(index));
    }

    private Mono<Void> moveTo(String index) {
        return Mono.fromFuture(() -> client.indices()
                        .updateAliases(update -> update.actions(action -> action.remove(remove ->
                                        remove.index(alias + "-*").alias(alias).mustExist(false)))
                                .actions(action ->
                                        action.add(add -> add.index(index).alias(alias)))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Void> finish(String index, IndexDefinition definition) {
        return making.finish(index, definition);
    }

    @Override
    public Mono<Void> settle(String index, IndexDefinition definition) {
        return making.settle(index, definition);
    }

    @Override
    public Flux<String> hidden() {
        return Mono.fromFuture(() -> client.indices().getAlias(get -> get.index(alias + "-*")))
                .timeout(TIMEOUT)
                .flatMapIterable(answer -> answer.aliases().entrySet())
                .filter(index -> !has(index.getValue(), alias))
                .map(Map.Entry::getKey);
    }

    private static boolean has(IndexAliases index, String alias) {
        return index.aliases().containsKey(alias);
    }

    @Override
    public Mono<Void> drop(String index) {
        return Mono.fromFuture(() -> client.indices().delete(delete -> delete.index(index)))
                .timeout(TIMEOUT)
                .then()
                .onErrorResume(ElasticsearchException.class, ElasticIndices::emptyWhenNotFound);
    }

    private static <T> Mono<T> emptyWhenNotFound(ElasticsearchException failure) {
        return failure.status() == NOT_FOUND ? Mono.empty() : Mono.error(failure);
    }
}
