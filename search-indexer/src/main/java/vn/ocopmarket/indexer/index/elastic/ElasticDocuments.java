package vn.ocopmarket.indexer.index.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.indexer.index.DocumentWrite;
import vn.ocopmarket.indexer.index.Documents;
import vn.ocopmarket.indexer.index.Indexed;
import vn.ocopmarket.indexer.index.Visibility;
import vn.ocopmarket.indexer.index.WriteResult;

/** Documents by the realtime get, the bulk and the search of Elasticsearch. */
@Component
final class ElasticDocuments implements Documents {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 1_000;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final ElasticsearchAsyncClient client;
    private final JsonMapper json;

    ElasticDocuments(ElasticsearchAsyncClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    @Override
    public Mono<Map<String, Indexed>> find(String index, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.fromFuture(() -> client.mget(
                        get -> get.index(index).ids(List.copyOf(ids)).sourceIncludes(IndexedSource.FIELDS),
                        IndexedSource.class))
                .timeout(TIMEOUT)
                .flatMapIterable(answer -> answer.docs())
                .map(item -> {
                    if (item.isFailure()) {
                        throw new IllegalStateException("Cannot get a document: "
                                + item.failure().error().reason());
                    }
                    return item.result();
                })
                .filter(found -> found.found())
                .map(IndexedSource::indexed)
                .collectMap(Indexed::id);
    }

    @Override
    public Mono<List<WriteResult>> write(String index, List<DocumentWrite> writes, Visibility visibility) {
        if (writes.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.fromFuture(() -> client.bulk(bulk -> bulk.index(index)
                        .refresh(visibility == Visibility.SEARCHABLE ? Refresh.WaitFor : Refresh.False)
                        .operations(writes.stream().map(this::operation).toList())))
                .timeout(TIMEOUT)
                .map(ElasticDocuments::results);
    }

    private BulkOperation operation(DocumentWrite write) {
        var document = BinaryData.of(json.writeValueAsBytes(write.document()), ContentType.APPLICATION_JSON);
        var id = write.document().id();
        var replaces = write.replaces();
        return replaces == null
                ? BulkOperation.of(
                        operation -> operation.create(create -> create.id(id).document(document)))
                : BulkOperation.of(operation -> operation.index(put -> put.id(id)
                        .ifSeqNo(replaces.sequence())
                        .ifPrimaryTerm(replaces.term())
                        .document(document)));
    }

    private static List<WriteResult> results(BulkResponse answer) {
        return answer.items().stream().map(ElasticDocuments::result).toList();
    }

    private static WriteResult result(BulkResponseItem item) {
        var id = String.valueOf(item.id());
        var error = item.error();
        if (error == null) {
            return new WriteResult.Written(id);
        }
        return switch (item.status()) {
            case CONFLICT -> new WriteResult.Conflict(id);
            case BAD_REQUEST -> new WriteResult.Refused(id, reason(error));
            default -> throw new IllegalStateException("Cannot write " + id + ": " + reason(error));
        };
    }

    private static String reason(ErrorCause error) {
        var cause = error.causedBy();
        return cause == null ? error.type() + ": " + error.reason() : error.reason() + "; " + reason(cause);
    }

    @Override
    public Flux<String> ids(String index) {
        return Flux.usingWhen(
                Mono.fromFuture(() -> client.openPointInTime(
                                open -> open.index(index).keepAlive(Time.of(time -> time.time("2m")))))
                        .timeout(TIMEOUT)
                        .map(open -> open.id()),
                this::idsOf,
                this::close);
    }

    /** When this fails, it ends by itself a little later. */
    private Mono<Void> close(String moment) {
        return Mono.fromFuture(() -> client.closePointInTime(close -> close.id(moment)))
                .timeout(TIMEOUT)
                .onErrorComplete()
                .then();
    }

    private Flux<String> idsOf(String moment) {
        return page(moment, List.of())
                .expand(page -> page.hits().hits().size() < PAGE
                        ? Mono.empty()
                        : page(moment, List.of(page.hits().hits().getLast())))
                .concatMapIterable(page -> page.hits().hits())
                .map(hit -> String.valueOf(hit.id()));
    }

    private Mono<SearchResponse<Void>> page(String moment, List<Hit<Void>> after) {
        return Mono.fromFuture(() -> client.search(
                        search -> {
                            after.forEach(last -> search.searchAfter(last.sort()));
                            return search.pit(pit -> pit.id(moment).keepAlive(Time.of(time -> time.time("2m"))))
                                    .size(PAGE)
                                    .sort(sort -> sort.field(field -> field.field("_shard_doc")))
                                    .trackTotalHits(track -> track.enabled(false))
                                    .source(source -> source.fetch(false));
                        },
                        Void.class))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> remove(String index, Indexed document) {
        return Mono.fromFuture(() -> client.delete(delete -> delete.index(index)
                        .id(document.id())
                        .ifSeqNo(document.sequence())
                        .ifPrimaryTerm(document.term())))
                .timeout(TIMEOUT)
                .then()
                .onErrorResume(
                        ElasticsearchException.class,
                        failure -> failure.status() == CONFLICT ? Mono.empty() : Mono.error(failure));
    }
}
