package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

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
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;

@Component
final class MongoOrders implements Orders {

    static final String COLLECTION = "orders";
    static final String FORGET_AT = "forgetAt";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int BATCH = 500;
    private static final Bson PLACED = nin("state", OrderState.PREPARING.name(), OrderState.REFUSED.name());

    private final MongoCollection<Document> orders;

    MongoOrders(MongoDatabase database) {
        this.orders = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Order> add(Order order, Instant due) {
        return Mono.from(orders.insertOne(OrderDocuments.document(order).append("due", Date.from(due))))
                .timeout(TIMEOUT)
                .thenReturn(order)
                .onErrorMap(Duplicates::isDuplicate, _ -> new Taken());
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
        return Mono.from(orders.findOneAndUpdate(
                        ChangeUpdates.filter(id, change),
                        ChangeUpdates.update(change),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
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
    public Flux<Order> page(Sieve sieve, @Nullable String before, int limit) {
        var conditions = new ArrayList<Bson>();
        var state = sieve.state();
        conditions.add(PLACED);
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        if (sieve.fulfillment() != null) {
            conditions.add(eq("fulfillment", sieve.fulfillment().name()));
        }
        if (sieve.locations() != null) {
            conditions.add(in("preparation.takes.locationId", sieve.locations()));
            conditions.add(not(elemMatch("preparation.takes", nin("locationId", sieve.locations()))));
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

    @Override
    public Flux<Order> work(Work wanted, @Nullable String after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq("state", wanted.state().name()));
        // One state is asked for by itself, so that an index of it alone is found.
        conditions.add(
                wanted.states().size() == 1
                        ? eq("fulfillment", wanted.states().iterator().next().name())
                        : in("fulfillment", ChangeUpdates.names(wanted.states())));
        if (wanted.locations() != null) {
            conditions.add(in("preparation.takes.locationId", wanted.locations()));
        }
        if (wanted.collected() != null) {
            conditions.add(Filters.exists("delivery.locationId", wanted.collected()));
        }
        if (wanted.phoneTail() != null) {
            conditions.add(eq(OrderDocuments.PHONE_TAIL, wanted.phoneTail()));
        }
        if (!wanted.parcels().isEmpty()) {
            conditions.add(in(ParcelDocuments.STATES, ChangeUpdates.names(wanted.parcels())));
        }
        if (wanted.unrefunded()) {
            conditions.add(Filters.ne(ChangeUpdates.REFUNDED_SINCE, true));
        }
        return youngerThan(after).flatMapMany(younger -> {
            conditions.add(younger);
            return Flux.from(orders.find(and(conditions))
                            .sort(Sorts.ascending("createdAt", "_id"))
                            .limit(limit))
                    .timeout(TIMEOUT)
                    .map(OrderDocuments::order);
        });
    }

    @Override
    public Flux<Order> withPickupCode(String code) {
        return Flux.from(orders.find(eq(ParcelDocuments.CODE, code)).limit(2))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order);
    }

    /** In pages, because there may be more than one answer should hold. */
    @Override
    public Flux<Order> all(OrderState state, FulfillmentState fulfillment) {
        var filter = and(eq("state", state.name()), eq("fulfillment", fulfillment.name()));
        return inOrder(filter)
                .expand(page -> page.size() < BATCH
                        ? Mono.empty()
                        : inOrder(and(filter, gt("_id", page.getLast().id()))))
                .flatMapIterable(page -> page);
    }

    private Mono<List<Order>> inOrder(Bson filter) {
        return Flux.from(orders.find(filter).sort(Sorts.ascending("_id")).limit(BATCH))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order)
                .collectList();
    }

    @Override
    public Flux<Order> collected(String locationId, Instant from, Instant before) {
        var there = and(
                eq("delivery.locationId", locationId),
                gte(ParcelDocuments.COLLECTED_AT, Date.from(from)),
                lt(ParcelDocuments.COLLECTED_AT, Date.from(before)));
        return Flux.from(orders.find(there).sort(Sorts.ascending(ParcelDocuments.COLLECTED_AT)))
                .timeout(TIMEOUT)
                .map(OrderDocuments::order);
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

    private Mono<Bson> youngerThan(@Nullable String after) {
        if (after == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(orders.find(eq("_id", after)).first())
                .timeout(TIMEOUT)
                .map(last -> last.getDate("createdAt"))
                .map(at -> or(gt("createdAt", at), and(eq("createdAt", at), gt("_id", after))));
    }

    private Mono<Order> findBy(Bson filter) {
        return Mono.from(orders.find(filter).first()).timeout(TIMEOUT).map(OrderDocuments::order);
    }
}
