package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.OutboxEvent;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.StockLedger;
import vn.ocopmarket.storefront.inventory.domain.LevelKey;

@Component
final class MongoStockLedger implements StockLedger {

    static final String COLLECTION = "stockLedger";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final MongoCollection<Document> ledger;
    private final MongoCollection<Document> levels;

    MongoStockLedger(MongoDatabase database) {
        this.ledger = database.getCollection(COLLECTION);
        this.levels = database.getCollection(MongoStockLevels.COLLECTION);
    }

    /** Complete when every entry is in the ledger; those that are there already stay as they are. */
    Mono<Void> add(List<OutboxEvent> events) {
        var entries = events.stream().map(MongoStockLedger::document).toList();
        return Mono.from(ledger.insertMany(entries, new InsertManyOptions().ordered(false)))
                .timeout(TIMEOUT)
                .then()
                .onErrorComplete(MongoStockLedger::isDuplicatesOnly);
    }

    @Override
    public Flux<LedgerEntry> page(
            @Nullable String sku, @Nullable Set<String> places, @Nullable String before, int limit) {
        var conditions = new ArrayList<Bson>();
        if (sku != null) {
            conditions.add(eq("sku", sku));
        }
        if (places != null) {
            conditions.add(LevelConditions.isAt(places));
        }
        return olderThan(before).flatMapMany(older -> {
            conditions.add(older);
            return Flux.from(ledger.find(and(conditions))
                            .sort(Sorts.descending("at", "_id"))
                            .limit(limit))
                    .timeout(TIMEOUT)
                    .map(MongoStockLedger::entry);
        });
    }

    @Override
    public Flux<LedgerEntry> salesOf(String sku, String lot) {
        var sold = and(eq("sku", sku), eq("lot", lot), eq("type", LedgerEntry.Type.SALE.name()));
        return Flux.from(ledger.find(sold).sort(Sorts.ascending("at", "_id")))
                .timeout(TIMEOUT)
                .map(MongoStockLedger::entry);
    }

    @Override
    public Mono<Map<String, Sum>> sums() {
        var group = Aggregates.group(
                "$levelId", Accumulators.sum("quantity", "$quantity"), Accumulators.sum("entries", 1L));
        return Flux.from(ledger.aggregate(List.of(group)))
                .timeout(TIMEOUT)
                .collectMap(
                        sum -> sum.getString("_id"),
                        sum -> new Sum(LevelDocuments.number(sum, "quantity"), LevelDocuments.number(sum, "entries")));
    }

    @Override
    public Mono<Long> sumOf(String levelId) {
        return Mono.from(levels.find(eq("_id", levelId))
                        .projection(Projections.include("outbox"))
                        .first())
                .timeout(TIMEOUT)
                .map(level -> level.getList("outbox", Document.class, List.of()).stream()
                        .filter(event -> StockEvents.LEDGER.equals(event.getString("type")))
                        .toList())
                .defaultIfEmpty(List.of())
                .flatMap(waiting -> inLedgerWithout(levelId, waiting)
                        .map(sum -> sum
                                + waiting.stream()
                                        .mapToLong(MongoStockLedger::quantity)
                                        .sum()));
    }

    private Mono<Long> inLedgerWithout(String levelId, List<Document> waiting) {
        var ids = waiting.stream().map(event -> event.getString("id")).toList();
        return Flux.from(ledger.aggregate(List.of(
                        Aggregates.match(and(eq("levelId", levelId), nin("_id", ids))),
                        Aggregates.group(null, Accumulators.sum("quantity", "$quantity")))))
                .timeout(TIMEOUT)
                .next()
                .map(sum -> LevelDocuments.number(sum, "quantity"))
                .defaultIfEmpty(0L);
    }

    private Mono<Bson> olderThan(@Nullable String before) {
        if (before == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(ledger.find(eq("_id", before)).first())
                .timeout(TIMEOUT)
                .map(last -> or(lt("at", last.getDate("at")), and(eq("at", last.getDate("at")), lt("_id", before))));
    }

    private static long quantity(Document event) {
        return LevelDocuments.number(event.get("data", new Document()), "quantity");
    }

    private static Document document(OutboxEvent event) {
        var levelId = event.payload().getString("levelId");
        var key = LevelKey.of(levelId);
        var entry = new Document("_id", event.id())
                .append("locationId", key.locationId())
                .append("sku", key.sku())
                .append("lot", key.lot() == null ? "" : key.lot())
                .append("levelId", levelId)
                .append("type", event.payload().getString("type"))
                .append("quantity", LevelDocuments.number(event.payload(), "quantity"))
                .append("reference", event.payload().getString("reference"))
                .append("at", event.payload().getDate("at"));
        var reason = event.payload().getString("reason");
        return reason == null ? entry : entry.append("reason", reason);
    }

    private static LedgerEntry entry(Document document) {
        var lot = document.getString("lot");
        var reason = document.getString("reason");
        return new LedgerEntry(
                document.getString("_id"),
                document.getString("locationId"),
                document.getString("sku"),
                lot.isEmpty() ? null : lot,
                LevelKey.ownershipOf(document.getString("levelId")),
                LedgerEntry.Type.valueOf(document.getString("type")),
                LevelDocuments.number(document, "quantity"),
                document.getString("reference"),
                document.getDate("at").toInstant(),
                reason == null ? null : Movement.Reason.valueOf(reason));
    }

    private static boolean isDuplicatesOnly(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
