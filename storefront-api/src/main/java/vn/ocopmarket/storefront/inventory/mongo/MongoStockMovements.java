package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.StockMovements;

@Component
final class MongoStockMovements implements StockMovements {

    static final String COLLECTION = "stockMovements";

    private static final Logger LOG = LoggerFactory.getLogger(MongoStockMovements.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> movements;

    MongoStockMovements(MongoDatabase database) {
        this.movements = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Recorded> record(Movement movement) {
        return insert(document(movement).append("open", true), new Recorded.Open(movement));
    }

    @Override
    public Mono<Recorded> refuse(Movement movement) {
        var refused = document(movement).append("ended", "REFUSED").append("shortages", List.of());
        return insert(refused, new Recorded.Ended(movement, new NotEnough(List.of())));
    }

    private Mono<Recorded> insert(Document document, Recorded recorded) {
        return Mono.from(movements.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(recorded)
                .onErrorResume(
                        failure -> failure instanceof MongoWriteException write
                                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY,
                        _ -> stored(recorded.movement().id()));
    }

    @Override
    public Mono<Void> end(String movementId, MovementOutcome outcome) {
        var shortages = outcome instanceof NotEnough(var missing)
                ? missing.stream().map(MongoStockMovements::document).toList()
                : List.<Document>of();
        var takes = outcome instanceof Moved moved
                ? moved.takes().stream().map(LevelDocuments::take).toList()
                : List.<Document>of();
        return Mono.from(movements.updateOne(
                        and(eq("_id", movementId), eq("open", true)),
                        combine(
                                unset("open"),
                                set("ended", outcome instanceof Moved ? "MOVED" : "REFUSED"),
                                set("shortages", shortages),
                                set("takes", takes))))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<Movement> unfinishedSince(Instant moment, int limit) {
        return Flux.from(movements
                        .find(and(eq("open", true), lt("at", Date.from(moment))))
                        .sort(Sorts.ascending("at"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .concatMap(MongoStockMovements::readable);
    }

    /** One that cannot be read stops no other. */
    private static Mono<Movement> readable(Document stored) {
        return Mono.fromSupplier(() -> movement(stored)).onErrorResume(failure -> {
            LOG.warn("Movement {} cannot be read: {}", stored.get("_id"), failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Recorded> stored(String id) {
        return Mono.from(movements.find(eq("_id", id)).first()).timeout(TIMEOUT).map(MongoStockMovements::recorded);
    }

    private static Recorded recorded(Document document) {
        var movement = movement(document);
        if (document.getBoolean("open", false)) {
            return new Recorded.Open(movement);
        }
        var shortages = document.getList("shortages", Document.class, List.of()).stream()
                .map(stored -> new Shortage(
                        stored.getString("sku"),
                        LevelDocuments.number(stored, "requested"),
                        LevelDocuments.number(stored, "available"),
                        LevelDocuments.number(stored, "recalled")))
                .toList();
        var takes = document.getList("takes", Document.class, List.of()).stream()
                .map(LevelDocuments::take)
                .toList();
        return new Recorded.Ended(
                movement,
                "MOVED".equals(document.getString("ended")) ? new Moved(movement, takes) : new NotEnough(shortages));
    }

    private static Document document(Shortage shortage) {
        return new Document("sku", shortage.sku())
                .append("requested", shortage.requested())
                .append("available", shortage.available())
                .append("recalled", shortage.recalled());
    }

    private static Document document(Movement movement) {
        return new Document("_id", movement.id())
                .append("kind", movement.kind().name())
                .append("locationId", movement.locationId())
                .append("toLocationId", movement.toLocationId())
                .append(
                        "lines",
                        movement.lines().stream().map(MongoStockMovements::line).toList())
                .append("by", movement.by())
                .append("note", movement.note())
                .append("at", Date.from(movement.at()))
                .append(
                        "reason",
                        movement.reason() == null ? null : movement.reason().name());
    }

    private static Document line(Movement.Line line) {
        var bestBefore = line.bestBefore();
        return new Document("sku", line.sku())
                .append("lot", line.lot())
                .append("ownership", line.ownership().name())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("quantity", line.quantity());
    }

    private static Movement movement(Document document) {
        var reason = document.getString("reason");
        return new Movement(
                document.getString("_id"),
                Movement.Kind.valueOf(document.getString("kind")),
                document.getString("locationId"),
                document.getString("toLocationId"),
                document.getList("lines", Document.class).stream()
                        .map(line -> new Movement.Line(
                                line.getString("sku"),
                                line.getString("lot"),
                                Ownership.of(line.getString("ownership")),
                                LevelDocuments.date(line.getString("bestBefore")),
                                LevelDocuments.number(line, "quantity")))
                        .toList(),
                document.getString("by"),
                document.getString("note"),
                document.getDate("at").toInstant(),
                reason == null ? null : Movement.Reason.valueOf(reason));
    }
}
