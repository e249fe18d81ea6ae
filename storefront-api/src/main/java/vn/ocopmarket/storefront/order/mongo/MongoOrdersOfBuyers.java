package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Arrays;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;

/** Whose an order is stands in the order itself, so that it is written down together with it. */
@Component
final class MongoOrdersOfBuyers implements OrdersOfBuyers {

    static final String BUYER = "preparation.buyer";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Bson PLACED = nin("state", OrderState.PREPARING.name(), OrderState.REFUSED.name());

    private final MongoCollection<Document> orders;

    MongoOrdersOfBuyers(MongoDatabase database) {
        this.orders = database.getCollection(MongoOrders.COLLECTION);
    }

    @Override
    public Flux<Order> of(String buyerId, @Nullable String before, int limit) {
        return olderThan(buyerId, before)
                .flatMapMany(older -> Flux.from(orders.find(and(eq(BUYER, buyerId), PLACED, older))
                                .sort(Sorts.descending("createdAt", "_id"))
                                .limit(limit))
                        .timeout(TIMEOUT)
                        .map(OrderDocuments::order));
    }

    @Override
    public Mono<Boolean> owns(String buyerId, String orderId) {
        return Mono.from(orders.countDocuments(and(eq("_id", orderId), eq(BUYER, buyerId))))
                .timeout(TIMEOUT)
                .map(count -> count > 0);
    }

    @Override
    public Mono<Boolean> claim(String buyerId, String orderId) {
        var free = in(BUYER, Arrays.asList(null, buyerId));
        return Mono.from(orders.updateOne(and(eq("_id", orderId), PLACED, free), set(BUYER, buyerId)))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> letGo(String buyerId) {
        return Mono.from(orders.updateMany(eq(BUYER, buyerId), unset(BUYER)))
                .timeout(TIMEOUT)
                .then();
    }

    /** What is not the buyer's own tells nothing, and is no place in the list. */
    private Mono<Bson> olderThan(String buyerId, @Nullable String before) {
        return before == null
                ? Mono.just(empty())
                : Mono.from(orders.find(and(eq("_id", before), eq(BUYER, buyerId)))
                                .first())
                        .timeout(TIMEOUT)
                        .map(last -> last.getDate("createdAt"))
                        .map(at -> or(lt("createdAt", at), and(eq("createdAt", at), lt("_id", before))))
                        .defaultIfEmpty(empty());
    }
}
