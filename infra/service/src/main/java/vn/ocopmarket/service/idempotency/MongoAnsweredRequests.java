package vn.ocopmarket.service.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.idempotency.AnsweredRequests.Begun.Another;
import vn.ocopmarket.service.idempotency.AnsweredRequests.Begun.Done;
import vn.ocopmarket.service.idempotency.AnsweredRequests.Begun.Fresh;
import vn.ocopmarket.service.idempotency.AnsweredRequests.Begun.Running;

final class MongoAnsweredRequests implements AnsweredRequests {

    static final String COLLECTION = "answeredRequests";
    static final String BEGUN_AT = "begunAt";
    static final Duration KEPT_FOR = Duration.ofDays(2);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> requests;

    MongoAnsweredRequests(MongoDatabase database) {
        this.requests = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Begun> begin(String id, String fingerprint, Instant now, Instant stale) {
        var begun = new Document("_id", id).append("fingerprint", fingerprint).append(BEGUN_AT, Date.from(now));
        return Mono.from(requests.insertOne(begun))
                .timeout(TIMEOUT)
                .<Begun>thenReturn(new Fresh())
                .onErrorResume(
                        failure -> failure instanceof MongoWriteException write
                                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY,
                        _ -> begunBefore(id, fingerprint, now, stale));
    }

    @Override
    public Mono<Void> answered(String id, StoredAnswer answer) {
        var stored = new Document("status", answer.status())
                .append("contentType", answer.contentType())
                .append("location", answer.location())
                .append("body", new Binary(answer.body()));
        if (answer.etag() != null) {
            stored.append("etag", answer.etag());
        }
        return Mono.from(requests.updateOne(eq("_id", id), set("answer", stored)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Void> forget(String id) {
        return Mono.from(requests.deleteOne(and(eq("_id", id), exists("answer", false))))
                .timeout(TIMEOUT)
                .then();
    }

    private Mono<Begun> begunBefore(String id, String fingerprint, Instant now, Instant stale) {
        return Mono.from(requests.find(eq("_id", id)).first())
                .timeout(TIMEOUT)
                .flatMap(stored -> {
                    var since = stored.getDate(BEGUN_AT);
                    if (since.toInstant().isBefore(now.minus(KEPT_FOR))) {
                        return anew(id, fingerprint, since, now);
                    }
                    if (!fingerprint.equals(stored.getString("fingerprint"))) {
                        return Mono.just(new Another());
                    }
                    var answer = stored.get("answer", Document.class);
                    return answer == null ? takeOver(id, now, stale) : Mono.just(new Done(answer(answer)));
                })
                // It was forgotten between the two looks.
                .defaultIfEmpty(new Running());
    }

    /** It has expired, and is only not swept away yet. */
    private Mono<Begun> anew(String id, String fingerprint, Date since, Instant now) {
        var begun = combine(set("fingerprint", fingerprint), set(BEGUN_AT, Date.from(now)), unset("answer"));
        return Mono.from(requests.updateOne(and(eq("_id", id), eq(BEGUN_AT, since)), begun))
                .timeout(TIMEOUT)
                .map(result -> result.getModifiedCount() == 1 ? new Fresh() : new Running());
    }

    private Mono<Begun> takeOver(String id, Instant now, Instant stale) {
        var unanswered = and(eq("_id", id), exists("answer", false), lt(BEGUN_AT, Date.from(stale)));
        return Mono.from(requests.updateOne(unanswered, set(BEGUN_AT, Date.from(now))))
                .timeout(TIMEOUT)
                .map(result -> result.getModifiedCount() == 1 ? new Fresh() : new Running());
    }

    private static StoredAnswer answer(Document stored) {
        return new StoredAnswer(
                stored.getInteger("status"),
                stored.getString("contentType"),
                stored.getString("location"),
                stored.getString("etag"),
                stored.get("body", Binary.class).getData());
    }
}
