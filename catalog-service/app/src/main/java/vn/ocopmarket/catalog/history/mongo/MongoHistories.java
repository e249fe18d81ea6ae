package vn.ocopmarket.catalog.history.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.DeedDocuments;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.Histories;

@Repository
class MongoHistories implements Histories {

    static final String COLLECTION = "history";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> deeds;

    MongoHistories(MongoDatabase database) {
        this.deeds = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> keep(Kind kind, String id, List<Deed> older) {
        var documents = older.stream()
                .map(deed -> DeedDocuments.toDocument(deed)
                        .append("_id", key(kind, id) + ':' + deed.number())
                        .append("record", key(kind, id)))
                .toList();
        return Mono.from(deeds.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorComplete(MongoHistories::allThere)
                .timeout(TIMEOUT);
    }

    private static boolean allThere(Throwable fault) {
        return fault instanceof MongoBulkWriteException refused
                && refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Flux<Deed> before(Kind kind, String id, long number, int limit) {
        return Flux.from(deeds.find(and(eq("record", key(kind, id)), lt(DeedDocuments.NUMBER, number)))
                        .sort(Sorts.descending(DeedDocuments.NUMBER))
                        .limit(limit))
                .map(document -> DeedDocuments.fromDocument(document, 0))
                .timeout(TIMEOUT);
    }

    private static String key(Kind kind, String id) {
        return kind + ":" + id;
    }
}
