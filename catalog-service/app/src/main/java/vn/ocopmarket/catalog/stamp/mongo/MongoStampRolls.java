package vn.ocopmarket.catalog.stamp.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.stamp.StampBatch;
import vn.ocopmarket.catalog.stamp.StampRolls;
import vn.ocopmarket.catalog.stamp.domain.Roll;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoStampRolls implements StampRolls {

    private static final String COLLECTION = "stampRolls";
    private static final String CLAIMS = "claims";

    /** Batches on their way, and how many. */
    private static final String OUTBOX = "outbox";

    private static final String PENDING = "pending";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> rolls;

    MongoStampRolls(MongoDatabase database) {
        this.rolls = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Roll> find(String id) {
        return Mono.from(rolls.find(eq("_id", id))
                        .projection(Projections.exclude(OUTBOX))
                        .first())
                .map(MongoStampRolls::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> claim(Roll next, StampBatch batch) {
        var claim = claim(next.claims().getLast());
        var written = next.revision() == 1 ? insert(next, claim, batch) : push(next, claim, batch);
        return written.onErrorReturn(Duplicates::isDuplicate, false).timeout(TIMEOUT);
    }

    private Mono<Boolean> insert(Roll next, Document claim, StampBatch batch) {
        return Mono.from(rolls.insertOne(new Document("_id", next.id())
                        .append("revision", next.revision())
                        .append(CLAIMS, List.of(claim))
                        .append(OUTBOX, List.of(BatchDocuments.toDocument(batch)))
                        .append(PENDING, 1)))
                .map(_ -> true);
    }

    private Mono<Boolean> push(Roll next, Document claim, StampBatch batch) {
        return Mono.from(rolls.updateOne(
                        and(eq("_id", next.id()), eq("revision", next.revision() - 1)),
                        Updates.combine(
                                Updates.set("revision", next.revision()),
                                Updates.push(CLAIMS, claim),
                                Updates.push(OUTBOX, BatchDocuments.toDocument(batch)),
                                Updates.inc(PENDING, 1))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<StampBatch> uncarried() {
        return Flux.from(rolls.find(gt(PENDING, 0)).projection(Projections.include(OUTBOX)))
                .flatMapIterable(roll -> roll.getList(OUTBOX, Document.class))
                .map(BatchDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> carried(StampBatch batch) {
        var id = batch.batch().id();
        return Mono.from(rolls.updateOne(
                        and(eq("_id", batch.batch().imprint().stamp(0).roll()), eq(OUTBOX + "._id", id)),
                        Updates.combine(Updates.pull(OUTBOX, new Document("_id", id)), Updates.inc(PENDING, -1))))
                .timeout(TIMEOUT)
                .then();
    }

    private static Document claim(Roll.Claim claim) {
        return new Document("batch", claim.batch()).append("span", BatchDocuments.document(claim.span()));
    }

    private static Roll fromDocument(Document document) {
        return new Roll(
                document.getString("_id"),
                document.getLong("revision"),
                document.getList(CLAIMS, Document.class).stream()
                        .map(claim -> new Roll.Claim(
                                claim.getString("batch"), BatchDocuments.toSpan(claim.get("span", Document.class))))
                        .toList());
    }
}
