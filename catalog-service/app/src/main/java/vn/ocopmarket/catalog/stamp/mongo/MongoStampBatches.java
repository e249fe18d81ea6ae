package vn.ocopmarket.catalog.stamp.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Histories;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.stamp.StampBatch;
import vn.ocopmarket.catalog.stamp.StampBatches;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.StampNumber;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoStampBatches implements StampBatches {

    static final String COLLECTION = "stampBatches";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Bson LATEST_FIRST = Sorts.orderBy(Sorts.descending(BatchDocuments.PRINTED_ON, "_id"));

    private final MongoCollection<Document> batches;
    private final Histories histories;

    MongoStampBatches(MongoDatabase database, Histories histories) {
        this.batches = database.getCollection(COLLECTION);
        this.histories = histories;
    }

    @Override
    public Mono<StampBatch> find(String id) {
        return Mono.from(batches.find(eq("_id", id)).first())
                .map(BatchDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> add(StampBatch batch) {
        return Mono.from(batches.insertOne(BatchDocuments.toDocument(batch)))
                .then()
                .onErrorComplete(Duplicates::isDuplicate)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> replace(StampBatch next) {
        var batch = next.batch();
        var guard = and(eq("_id", batch.id()), eq("revision", batch.revision() - 1));
        return KeptHistory.moveOut(histories, Histories.Kind.STAMPS, batch.id(), next.history())
                .then(Mono.from(batches.replaceOne(guard, BatchDocuments.toDocument(next))))
                .map(result -> result.getMatchedCount() == 1)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Batch> having(StampNumber number) {
        var there = and(
                eq(BatchDocuments.ROLL, number.roll()),
                lte(BatchDocuments.FROM, number.position()),
                gte(BatchDocuments.TO, number.position()));
        return Mono.from(batches.find(there)
                        .projection(Projections.exclude("history"))
                        .first())
                .map(BatchDocuments::toBatch)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<Listed> list(@Nullable Collection<String> provinces, int skip, int limit) {
        return Flux.from(batches.find(of(provinces))
                        .projection(Projections.exclude(BatchDocuments.LONG_PARTS))
                        .sort(LATEST_FIRST)
                        .skip(skip)
                        .limit(limit))
                .map(document -> new Listed(
                        BatchDocuments.toBatch(document),
                        BatchDocuments.toCounts(document.get("counts", Document.class))))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Long> count(@Nullable Collection<String> provinces) {
        return Mono.from(batches.countDocuments(of(provinces))).timeout(TIMEOUT);
    }

    private static Bson of(@Nullable Collection<String> provinces) {
        return provinces == null ? new Document() : in(BatchDocuments.PROVINCE, provinces);
    }
}
