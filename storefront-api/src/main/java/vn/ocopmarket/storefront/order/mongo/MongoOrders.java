package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Axis;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderChange.Effect;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;

@Component
final class MongoOrders implements Orders {

    static final String COLLECTION = "orders";
    static final String FORGET_AT = "forgetAt";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> orders;

    MongoOrders(MongoDatabase database) {
        this.orders = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Order> add(Order order, Instant due) {
        return Mono.from(orders.insertOne(OrderDocuments.document(order).append("due", Date.from(due))))
                .timeout(TIMEOUT)
                .thenReturn(order)
                .onErrorMap(MongoOrders::isDuplicate, _ -> new Taken());
    }

    @Override
    public Mono<Order> find(String id) {
        return findBy(eq("_id", id));
    }

    @Override
    public Flux<Order> withIds(Collection<String> ids) {
        return Flux.from(orders.find(in("_id", ids)).sort(Sorts.ascending("_id")))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order);
    }

    @Override
    public Mono<Order> findByNumber(String number) {
        return findBy(eq("number", number));
    }

    @Override
    public Mono<Order> change(String id, OrderChange change) {
        var filter = and(
                eq("_id", id),
                in("state", names(change.from())),
                in("payment", names(change.paymentFrom())),
                in("fulfillment", names(change.fulfillmentFrom())));
        var updates = new ArrayList<Bson>();
        var told = new ArrayList<Document>();
        for (var effect : change.effects()) {
            if (effect instanceof Effect.Tell(var entry)) {
                told.add(OrderDocuments.document(entry));
            }
            updates.add(update(effect));
        }
        updates.add(pushEach("timeline", told));
        updates.add(inc("version", 1L));
        return Mono.from(orders.findOneAndUpdate(
                        filter, combine(updates), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order);
    }

    @Override
    public Flux<Order> lease(Instant now, Instant until, int limit) {
        return Flux.from(orders.find(lte("due", Date.from(now)))
                        .sort(Sorts.ascending("due"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .concatMap(due -> Mono.from(orders.findOneAndUpdate(
                                and(eq("_id", due.getString("_id")), eq("due", due.getDate("due"))),
                                set("due", Date.from(until)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                        .timeout(TIMEOUT))
                .map(OrderDocuments::order);
    }

    @Override
    public Flux<Order> page(
            @Nullable OrderState state, @Nullable FulfillmentState fulfillment, @Nullable String before, int limit) {
        var conditions = new ArrayList<Bson>();
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        if (fulfillment != null) {
            conditions.add(eq("fulfillment", fulfillment.name()));
        }
        return olderThan(before).flatMapMany(older -> {
            conditions.add(older);
            return Flux.from(orders.find(and(conditions))
                            .sort(Sorts.descending("createdAt", "_id"))
                            .limit(limit))
                    .timeout(TIMEOUT)
                    .map(OrderDocuments::order);
        });
    }

    private Mono<Bson> olderThan(@Nullable String before) {
        if (before == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(orders.find(eq("_id", before)).first())
                .timeout(TIMEOUT)
                .map(last -> last.getDate("createdAt"))
                .map(at -> or(lt("createdAt", at), and(eq("createdAt", at), lt("_id", before))));
    }

    private Mono<Order> findBy(Bson filter) {
        return Mono.from(orders.find(filter).first()).timeout(TIMEOUT).map(OrderDocuments::order);
    }

    private static Bson update(Effect effect) {
        return switch (effect) {
            case Effect.Enter(var state) -> set(field(state), state.toString());
            // One update pushes to the timeline once, so what is told is collected outside.
            case Effect.Tell _ -> combine();
            case Effect.Has(var takes) ->
                set(
                        "preparation.takes",
                        takes.stream().map(OrderDocuments::document).toList());
            case Effect.Refuse(var refusals) ->
                set(
                        "preparation.refusals",
                        refusals.stream().map(OrderDocuments::document).toList());
            case Effect.HeldUntil(var moment) -> set("preparation.holdExpiresAt", Date.from(moment));
            case Effect.PayAt(var url) -> set("preparation.redirectUrl", url);
            case Effect.Forget(var moment) -> moment == null ? unset(FORGET_AT) : set(FORGET_AT, Date.from(moment));
            case Effect.Due(var moment) -> moment == null ? unset("due") : set("due", Date.from(moment));
        };
    }

    private static String field(Axis<?> state) {
        return switch (state) {
            case OrderState _ -> "state";
            case PaymentState _ -> "payment";
            case FulfillmentState _ -> "fulfillment";
        };
    }

    private static List<String> names(Collection<? extends Enum<?>> states) {
        return states.stream().<String>map(Enum::name).toList();
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
