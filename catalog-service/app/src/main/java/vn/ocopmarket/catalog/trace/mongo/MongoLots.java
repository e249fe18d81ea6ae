package vn.ocopmarket.catalog.trace.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoLots implements Lots {

    static final String COLLECTION = "lots";

    private static final String ADDED_UNDER = "addedUnder";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> lots;

    MongoLots(MongoDatabase database) {
        this.lots = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<LotRecord> find(String id) {
        return Mono.from(lots.find(eq("_id", id)).first())
                .map(LotDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<LotRecord> ofProduct(String productId, @Nullable String after, int limit) {
        var ofProduct = eq("productId", productId);
        return Flux.from(lots.find(after == null ? ofProduct : and(ofProduct, gt("_id", after)))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .map(LotDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<LotRecord> newestOf(String productId, int limit) {
        return Flux.from(lots.find(eq("productId", productId))
                        .sort(Sorts.descending("createdAt", "_id"))
                        .limit(limit))
                .map(LotDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<LotRecord> recalledSince(Instant from, int limit) {
        return Flux.from(lots.find(gte(LotDocuments.RECALL_CHANGED, from))
                        .sort(Sorts.ascending(LotDocuments.RECALL_CHANGED, "_id"))
                        .limit(limit))
                .map(LotDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<String> productsWithLotsSince(Instant from) {
        return Flux.from(lots.aggregate(
                        List.of(Aggregates.match(gte("createdAt", from)), Aggregates.group("$productId"))))
                .map(group -> group.getString("_id"))
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> add(LotRecord lot, @Nullable String key) {
        var document = LotDocuments.toDocument(lot);
        if (key != null) {
            document.append(ADDED_UNDER, key);
        }
        return Mono.from(lots.insertOne(document))
                .map(_ -> true)
                .onErrorReturn(Duplicates::isDuplicate, false)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> isAddedUnder(String id, String key, Instant after) {
        return Mono.from(lots.find(and(eq("_id", id), eq(ADDED_UNDER, key), gt("createdAt", after)))
                        .first())
                .hasElement()
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Boolean> replace(LotRecord next) {
        var changed = LotDocuments.toDocument(next);
        changed.remove("_id");
        return Mono.from(lots.updateOne(
                        and(eq("_id", next.id()), eq("revision", next.revision() - 1)), new Document("$set", changed)))
                .map(result -> result.getMatchedCount() == 1)
                .timeout(TIMEOUT);
    }
}
