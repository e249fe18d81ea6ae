package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderChange.Effect;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.order.TimelineEntry.What;

/** {@code enterSince} is in an order as long as it waits. */
@Component
final class MongoOrdersToEnter implements OrdersToEnter {

    static final String SINCE = "enterSince";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Bson WAITING = gte(SINCE, new Date(0));

    private final MongoCollection<Document> orders;

    MongoOrdersToEnter(MongoDatabase database) {
        this.orders = database.getCollection(MongoOrders.COLLECTION);
    }

    /** Whether an order waits from this change on. */
    static boolean beginsWith(OrderChange change) {
        return change.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Enter(var state) && state == OrderState.COMPLETED
                        || effect instanceof Effect.Tell(var entry) && entry.what() == What.REFUNDED_IN_PART);
    }

    @Override
    public Flux<Reading<Waiting>> waiting(int limit) {
        return Flux.from(orders.find(WAITING).sort(ascending(SINCE)).limit(limit))
                .timeout(TIMEOUT)
                .map(stored -> read(
                        stored,
                        order -> new Waiting(
                                order, stored.get("version") instanceof Number version ? version.longValue() : 0)));
    }

    private static <T> Reading<T> read(Document stored, Function<Order, T> as) {
        var id = String.valueOf(stored.get("_id"));
        var name = stored.get("number") instanceof String number ? number : id;
        return Reading.of(id, name, () -> as.apply(OrderDocuments.order(stored)));
    }

    @Override
    public Mono<Void> entered(Waiting waiting) {
        var asRead = and(eq("_id", waiting.order().id()), eq("version", waiting.version()));
        return Mono.from(orders.updateOne(asRead, unset(SINCE)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Instant> oldest() {
        return Mono.from(orders.find(WAITING).sort(ascending(SINCE)).first())
                .timeout(TIMEOUT)
                .map(stored -> stored.getDate(SINCE).toInstant());
    }

    @Override
    public Flux<Reading<Order>> completed(@Nullable String after, int limit) {
        var completed = eq("state", OrderState.COMPLETED.name());
        return Flux.from(orders.find(after == null ? completed : and(completed, gt("_id", after)))
                        .sort(ascending("_id"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(stored -> read(stored, order -> order));
    }

    @Override
    public Flux<Order> completed(Collection<String> ids) {
        return Flux.from(orders.find(and(in("_id", ids), eq("state", OrderState.COMPLETED.name()))))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order);
    }
}
