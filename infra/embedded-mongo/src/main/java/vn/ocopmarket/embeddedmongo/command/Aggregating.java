package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.store.Query;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.store.StoredCollection;
import vn.ocopmarket.embeddedmongo.store.StoredDatabase;

/** The aggregate command: the library's stages; a $match in front is looked up in the indexes. */
final class Aggregating {

    private static final Set<String> WRITING = Set.of("$out", "$merge");
    private static final Document NO_CURSOR_OPTIONS = new Document("cursor", new Document());

    private final Store store;
    private final Cursors cursors;

    Aggregating(Store store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    /** Does the pipeline end by writing what it found? */
    static boolean writes(Document body) {
        return body.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && document.keySet().stream().anyMatch(WRITING::contains));
    }

    Document aggregate(Request request) {
        if (!(request.get(request.name()) instanceof String)) {
            throw Replies.unsupported("an aggregation over a whole database");
        }
        List<Document> pipeline = Aggregation.parse(request.get("pipeline"));
        check(pipeline);
        StoredDatabase database = store.database(request.database());
        StoredCollection collection = database.find(request.collection());
        Aggregation aggregation =
                Aggregation.fromPipeline(pipeline, store::database, database, collection, NoopOplog.get());
        aggregation.validate(NO_CURSOR_OPTIONS);
        List<Document> results = aggregation.runStages(source(collection, pipeline));
        return cursors.first(request.namespace(), results, Cursors.batchSize(request.document("cursor")), false);
    }

    private static Stream<Document> source(@Nullable StoredCollection collection, List<Document> pipeline) {
        if (collection == null) {
            return Stream.empty();
        }
        if (!pipeline.isEmpty() && pipeline.getFirst().get("$match") instanceof Document filter) {
            return collection.documents(Query.all(filter));
        }
        return collection.documents(Query.all(new Document()));
    }

    private static void check(Collection<?> pipeline) {
        for (Object stage : pipeline) {
            if (stage instanceof Document document) {
                document.forEach(Aggregating::checkStage);
            }
        }
    }

    private static void checkStage(String name, @Nullable Object argument) {
        switch (name) {
            case "$changeStream" ->
                throw new MongoServerError(
                        40573, "Location40573", "The $changeStream stage is only supported on replica sets");
            case "$geoNear" -> throw Replies.unsupported("the stage $geoNear");
            case "$match" -> {
                if (argument instanceof Document filter) {
                    FilterRules.check(filter);
                }
            }
            case "$facet", "$lookup" -> {
                if (argument instanceof Document parts) {
                    parts.values().stream()
                            .filter(Collection.class::isInstance)
                            .forEach(pipeline -> check((Collection<?>) pipeline));
                }
            }
            case "$merge" -> {
                if (argument instanceof Document merge && merge.get("whenMatched") instanceof Collection) {
                    throw Replies.unsupported("$merge with a pipeline");
                }
            }
            default -> {}
        }
    }
}
