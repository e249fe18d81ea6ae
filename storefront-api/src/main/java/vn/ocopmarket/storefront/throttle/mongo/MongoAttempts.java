package vn.ocopmarket.storefront.throttle.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.storefront.throttle.Attempts;

/** Counters, one document each. */
@Repository
class MongoAttempts implements Attempts {

    static final String COLLECTION = "attempts";
    static final String EXPIRES_AT = "expireAt";
    private static final String COUNT = "count";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MongoCollection<Document> attempts;

    MongoAttempts(MongoDatabase database) {
        this.attempts = database.getCollection(COLLECTION);
    }

    /** Of two that make the counter at once, one may find that the other was first; then it is there to count on. */
    @Override
    public Mono<Integer> add(String key, Instant until) {
        var change = combine(inc(COUNT, 1), setOnInsert(EXPIRES_AT, Date.from(until)));
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(attempts.findOneAndUpdate(eq(key), change, after))
                .timeout(LONGEST_WAIT)
                .retryWhen(Retry.max(1).filter(MongoAttempts::wasFirst))
                .map(counter -> counter.getInteger(COUNT));
    }

    @Override
    public Mono<Integer> count(String key) {
        return Mono.from(attempts.find(eq(key)).first())
                .timeout(LONGEST_WAIT)
                .map(counter -> counter.getInteger(COUNT));
    }

    @Override
    public Mono<Void> takeBack(String key) {
        return Mono.from(attempts.updateOne(eq(key), inc(COUNT, -1)))
                .timeout(LONGEST_WAIT)
                .then();
    }

    private static boolean wasFirst(Throwable error) {
        return error instanceof MongoException e
                && ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
