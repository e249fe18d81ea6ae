package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.Relay;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.inventory.StockLevels;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

@Component
final class MongoStockLevels implements StockLevels {

    static final String COLLECTION = "stockLevels";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");
    private static final Bson BY_SKU = Sorts.ascending("sku", "_id");
    private static final int BATCH = 500;
    private static final int LEVELS_AT_ONCE = 5_000;

    private final MongoCollection<Document> levels;
    private final LevelUpdates updates;
    private final Relay.Hints hints;
    private final Clock clock;

    MongoStockLevels(MongoDatabase database, StockEvents events, Relay.Hints hints, Clock clock) {
        this.levels = database.getCollection(COLLECTION);
        this.updates = new LevelUpdates(events);
        this.hints = hints;
        this.clock = clock;
    }

    @Override
    public Mono<StockLevel> apply(LevelChange change) {
        var conditional = updates.of(change, clock.instant());
        var options = new FindOneAndUpdateOptions()
                .upsert(conditional.upsert())
                .projection(WITHOUT_OUTBOX)
                .returnDocument(ReturnDocument.AFTER);
        if (!conditional.among().isEmpty()) {
            options.arrayFilters(conditional.among());
        }
        return Mono.from(levels.findOneAndUpdate(conditional.filter(), conditional.update(), options))
                .timeout(TIMEOUT)
                // The level is there and the owner has settled with it before: nothing to do.
                .onErrorComplete(failure -> conditional.upsert() && Duplicates.isDuplicate(failure))
                .map(LevelDocuments::level)
                .doOnNext(_ -> hints.work().signal());
    }

    @Override
    public Mono<StockLevel> find(String levelId) {
        return Mono.from(levels.find(eq("_id", levelId))
                        .projection(WITHOUT_OUTBOX)
                        .first())
                .timeout(TIMEOUT)
                .map(LevelDocuments::level);
    }

    @Override
    public Flux<StockLevel> ofSkus(Collection<String> skus) {
        return read(in("sku", skus), BY_SKU, LEVELS_AT_ONCE);
    }

    @Override
    public Flux<StockLevel> page(
            @Nullable String sku, @Nullable Set<String> places, @Nullable String after, int limit) {
        var conditions = new ArrayList<Bson>();
        if (sku != null) {
            conditions.add(eq("sku", sku));
        }
        if (places != null) {
            conditions.add(LevelConditions.isAt(places));
        }
        if (after != null) {
            conditions.add(gt("_id", after));
        }
        return read(conditions.isEmpty() ? Filters.empty() : and(conditions), Sorts.ascending("_id"), limit);
    }

    @Override
    public Flux<StockLevel> withExpiredHolds(Instant now, int limit) {
        return read(lte("holds.expiresAt", Date.from(now)), Sorts.ascending("_id"), limit);
    }

    /** In pages: one wide answer would be too much for any server at once. */
    @Override
    public Flux<StockLevel> all() {
        return read(Filters.empty(), BY_SKU, BATCH)
                .collectList()
                .expand(page -> page.size() < BATCH
                        ? Mono.empty()
                        : after(page.getLast()).collectList())
                .flatMapIterable(page -> page);
    }

    private Flux<StockLevel> after(StockLevel last) {
        var sameSku = read(and(eq("sku", last.sku()), gt("_id", last.id())), BY_SKU, BATCH);
        return sameSku.concatWith(read(gt("sku", last.sku()), BY_SKU, BATCH)).take(BATCH);
    }

    private Flux<StockLevel> read(Bson filter, Bson order, int limit) {
        return Flux.from(levels.find(filter)
                        .projection(WITHOUT_OUTBOX)
                        .sort(order)
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(LevelDocuments::level);
    }
}
