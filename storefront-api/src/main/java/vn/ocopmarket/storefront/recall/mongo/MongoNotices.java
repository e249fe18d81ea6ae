package vn.ocopmarket.storefront.recall.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.recall.Notices;

/** A document for each recall; who was told is in a list of its own, each once. */
@Repository
class MongoNotices implements Notices {

    static final String COLLECTION = "recalls";

    private static final String TOLD = "told";
    private static final String TURN = "turnUntil";
    private static final String CHECKS = "checks";
    private static final String CHECKED_AT = CHECKS + ".location";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> recalls;

    MongoNotices(MongoDatabase database) {
        this.recalls = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Recorded> of(String lotId) {
        return Mono.from(recalls.find(eq("_id", lotId)).first())
                .timeout(TIMEOUT)
                .map(MongoNotices::recorded)
                .defaultIfEmpty(Recorded.NONE);
    }

    @Override
    public Mono<Boolean> turn(String lotId, Instant now, Instant until) {
        var free = or(exists(TURN, false), lte(TURN, Date.from(now)));
        return there(lotId)
                .then(update(lotId, free, set(TURN, Date.from(until))))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> told(String lotId, Told told) {
        var entry =
                new Document("key", told.key()).append("byMail", told.byMail()).append("at", Date.from(told.at()));
        return there(lotId)
                .then(Mono.from(
                        recalls.updateOne(and(eq("_id", lotId), ne(TOLD + ".key", told.key())), push(TOLD, entry))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Void> checked(String lotId, Check check) {
        var entry = new Document("location", check.locationId())
                .append("setAside", check.setAside())
                .append("words", check.words())
                .append("by", check.by())
                .append("at", Date.from(check.at()));
        var replace = update(lotId, eq(CHECKED_AT, check.locationId()), set(CHECKS + ".$", entry));
        var add = update(lotId, ne(CHECKED_AT, check.locationId()), push(CHECKS, entry));
        // Of two that add at once one finds it added, and replaces it.
        return there(lotId)
                .then(replace)
                .flatMap(done -> done ? Mono.just(true) : add)
                .flatMap(done -> done ? Mono.just(true) : replace)
                .timeout(TIMEOUT)
                .then();
    }

    private Mono<Boolean> update(String lotId, Bson where, Bson change) {
        return Mono.defer(() -> Mono.from(recalls.updateOne(and(eq("_id", lotId), where), change)))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Of two that make it at once, one finds it made. */
    private Mono<Void> there(String lotId) {
        return Mono.from(recalls.updateOne(
                        eq("_id", lotId), setOnInsert(CHECKS, List.of()), new UpdateOptions().upsert(true)))
                .then()
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.empty());
    }

    private static Recorded recorded(Document document) {
        return new Recorded(
                document.getList(TOLD, Document.class, List.of()).stream()
                        .map(one -> new Told(
                                one.getString("key"),
                                one.getBoolean("byMail"),
                                one.getDate("at").toInstant()))
                        .toList(),
                document.getList(CHECKS, Document.class, List.of()).stream()
                        .map(one -> new Check(
                                one.getString("location"),
                                one.getLong("setAside"),
                                one.getString("words"),
                                one.getString("by"),
                                one.getDate("at").toInstant()))
                        .toList());
    }
}
