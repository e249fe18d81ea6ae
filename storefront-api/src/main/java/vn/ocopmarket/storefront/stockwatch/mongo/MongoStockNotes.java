package vn.ocopmarket.storefront.stockwatch.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.stockwatch.StockNotes;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot.Confirmation;

@Component
final class MongoStockNotes implements StockNotes {

    static final String THRESHOLDS = "stockThresholds";
    static final String CONFIRMATIONS = "stockConfirmations";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> thresholds;
    private final MongoCollection<Document> confirmations;

    MongoStockNotes(MongoDatabase database) {
        this.thresholds = database.getCollection(THRESHOLDS);
        this.confirmations = database.getCollection(CONFIRMATIONS);
    }

    @Override
    public Mono<Void> threshold(String location, String sku, long units) {
        var update = combine(set("location", location), set("sku", sku), set("units", units));
        return Mono.from(thresholds.updateOne(eq("_id", location + "|" + sku), update, UPSERT))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Map<String, Long>> thresholds(String location) {
        return Flux.from(thresholds.find(eq("location", location)))
                .timeout(TIMEOUT)
                .collectMap(
                        found -> found.getString("sku"),
                        found -> found.get("units") instanceof Number units ? units.longValue() : 0L);
    }

    /** The first makes the document; whoever finds it made replaces an earlier one. */
    @Override
    public Mono<Void> confirm(String location, String levelId, Confirmation confirmation) {
        var at = Date.from(confirmation.at());
        var earlier = and(eq("_id", levelId), lt("at", at));
        var update = combine(set("location", location), set("by", confirmation.by()), set("at", at));
        return Mono.from(confirmations.updateOne(earlier, update, UPSERT))
                .timeout(TIMEOUT)
                .onErrorResume(
                        Duplicates::isDuplicate,
                        _ -> Mono.from(confirmations.updateOne(earlier, update)).timeout(TIMEOUT))
                .then();
    }

    @Override
    public Mono<Map<String, Confirmation>> confirmations(String location) {
        return Flux.from(confirmations.find(eq("location", location)))
                .timeout(TIMEOUT)
                .collectMap(
                        found -> found.getString("_id"),
                        found -> new Confirmation(
                                found.getString("by"), found.getDate("at").toInstant()));
    }
}
