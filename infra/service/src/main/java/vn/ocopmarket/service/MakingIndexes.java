package vn.ocopmarket.service;

import com.mongodb.MongoServerException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes indexes as they are declared, also where an earlier version declared one of the same name or the same keys otherwise:
 * that one is dropped first, and put back when the declared one cannot be made. Any number of instances may do so at once.
 */
public final class MakingIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(MakingIndexes.class);
    /** IndexOptionsConflict and IndexKeySpecsConflict. */
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    private static final int NOT_FOUND = 27;

    private final MongoDatabase database;
    private final OneAtATime turns;

    public MakingIndexes(MongoDatabase database, Clock clock) {
        this.database = database;
        this.turns = new OneAtATime(database.getCollection("indexMigration"), clock);
    }

    /** Completes when all of them are there. An error when one cannot be made: then what was there before is there again. */
    public Mono<Void> make(String collection, List<IndexModel> declared) {
        if (declared.isEmpty()) {
            return Mono.empty();
        }
        var indexes = database.getCollection(collection);
        // Two who replace at once could drop what the other has just made, and unique keys would not be kept meanwhile.
        var replacing = turns.take(Flux.fromIterable(declared)
                .concatMap(model -> replacing(indexes, DeclaredIndex.of(model), others(declared, model)))
                .then());
        return create(indexes, declared).onErrorResume(MakingIndexes::isConflict, _ -> replacing);
    }

    private static List<DeclaredIndex> others(List<IndexModel> declared, IndexModel model) {
        return declared.stream()
                .filter(other -> other != model)
                .map(DeclaredIndex::of)
                .toList();
    }

    private static Mono<Void> create(MongoCollection<Document> indexes, List<IndexModel> models) {
        return Flux.from(indexes.createIndexes(models)).then();
    }

    /** One of the same name and another of the same keys may both be in the way. */
    private Mono<Void> replacing(MongoCollection<Document> indexes, DeclaredIndex wanted, List<DeclaredIndex> others) {
        return create(indexes, List.of(wanted.model()))
                .onErrorResume(
                        MakingIndexes::isConflict,
                        refused -> Flux.from(indexes.listIndexes(BsonDocument.class))
                                .filter(index -> others.stream().noneMatch(other -> other.isThis(index)))
                                .collectList()
                                .flatMap(found -> Mono.justOrEmpty(wanted.inTheWay(found)))
                                .switchIfEmpty(Mono.error(refused))
                                .flatMap(stale -> drop(indexes, stale)
                                        .then(Mono.defer(() -> replacing(indexes, wanted, others)))
                                        .onErrorResume(
                                                fault -> putBack(indexes, stale).then(Mono.error(fault)))));
    }

    private static Mono<Void> drop(MongoCollection<Document> indexes, BsonDocument stale) {
        LOG.warn("Dropping an index of {} that is declared otherwise now: {}", indexes.getNamespace(), stale);
        return Flux.from(indexes.dropIndex(stale.getString("name").getValue()))
                .then()
                .onErrorResume(fault -> has(fault, Set.of(NOT_FOUND)), _ -> Mono.empty());
    }

    /** Whoever still runs goes on relying on it. */
    private Mono<Void> putBack(MongoCollection<Document> indexes, BsonDocument stale) {
        stale.remove("ns");
        var command = new BsonDocument(
                        "createIndexes", new BsonString(indexes.getNamespace().getCollectionName()))
                .append("indexes", new BsonArray(List.of(stale)));
        return Mono.from(database.runCommand(command))
                .doOnError(fault -> LOG.error("An index of {} is lost: {}", indexes.getNamespace(), stale, fault))
                .onErrorComplete()
                .then();
    }

    private static boolean isConflict(Throwable fault) {
        return has(fault, CONFLICTS);
    }

    private static boolean has(Throwable fault, Set<Integer> codes) {
        return fault instanceof MongoServerException refused && codes.contains(refused.getCode());
    }
}
