package vn.ocopmarket.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events that the relay gave up: they can be told again, or dropped with a reason that is kept. */
public final class ParkedEvents {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String DROPPED_AT = "droppedAt";
    private static final String ENTRY = "entry";

    private final MongoDatabase database;
    private final MongoCollection<Document> parked;
    private final Clock clock;

    public ParkedEvents(MongoDatabase database, Clock clock) {
        this.database = database;
        this.parked = database.getCollection(MongoRelayStore.PARKED);
        this.clock = clock;
    }

    /** One of them. */
    public record ParkedEvent(String id, String about, String why, Instant since) {}

    /** The oldest first. */
    public Flux<ParkedEvent> parked(int limit) {
        return Flux.from(parked.find(exists(DROPPED_AT, false))
                        .sort(Sorts.ascending("at"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(document -> new ParkedEvent(
                        document.getObjectId("_id").toHexString(),
                        "%s %s %s"
                                .formatted(
                                        document.getString("collection"),
                                        document.get("documentId"),
                                        document.get(ENTRY, new Document()).get("type")),
                        document.getString("reason"),
                        document.getDate("at").toInstant()));
    }

    /** Goes back to where it came from, and the relay tells it again; false when it is not parked. */
    public Mono<Boolean> replay(String id) {
        return find(id).flatMap(document -> {
                    var entry = document.get(ENTRY, Document.class);
                    var source = and(eq("_id", document.get("documentId")), ne(Outbox.ENTRY_ID, entry.get("id")));
                    var back = Updates.combine(Updates.push(Outbox.ENTRIES, entry), Updates.inc(Outbox.PENDING, 1));
                    return one(database.getCollection(document.getString("collection"))
                                    .updateOne(source, back))
                            .then(one(parked.deleteOne(eq("_id", document.getObjectId("_id")))))
                            .thenReturn(true);
                })
                .defaultIfEmpty(false);
    }

    /** Nobody is told of it; false when it is not parked. */
    public Mono<Boolean> drop(String id, String why, String by) {
        return find(id).flatMap(document -> one(parked.updateOne(
                        eq("_id", document.getObjectId("_id")),
                        Updates.combine(
                                Updates.set(DROPPED_AT, Date.from(clock.instant())),
                                Updates.set("droppedFor", why),
                                Updates.set("droppedBy", by)))))
                .map(result -> result.getMatchedCount() == 1)
                .defaultIfEmpty(false);
    }

    private Mono<Document> find(String id) {
        return ObjectId.isValid(id)
                ? one(parked.find(and(eq("_id", new ObjectId(id)), exists(DROPPED_AT, false)))
                        .first())
                : Mono.empty();
    }

    private static <T> Mono<T> one(Publisher<T> call) {
        return Mono.from(call).timeout(TIMEOUT);
    }
}
