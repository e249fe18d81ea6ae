package vn.ocopmarket.storefront.promotion.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.promotion.VoucherBuyers;

/** One document for a buyer and a voucher, with the orders that use it: never more than one buyer may have. */
@Component
final class MongoVoucherBuyers implements VoucherBuyers {

    static final String COLLECTION = "voucherBuyers";
    static final String ORDERS = "orders";
    static final String FORGET_AT = "forgetAt";

    private static final Duration TIMEOUT = MongoVouchers.TIMEOUT;

    private final MongoCollection<Document> buyers;

    MongoVoucherBuyers(MongoDatabase database) {
        this.buyers = database.getCollection(COLLECTION);
    }

    /** A document that is there and does not fit is tried to be made again, which its id refuses. */
    @Override
    public Mono<Boolean> enter(String buyerKey, String orderId, int most, Instant until) {
        var hasRoom = and(eq("_id", buyerKey), ne(ORDERS, orderId), exists(ORDERS + "." + (most - 1), false));
        var change = combine(push(ORDERS, orderId), setOnInsert(FORGET_AT, Date.from(until)));
        return Mono.from(buyers.updateOne(hasRoom, change, new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(Duplicates::isDuplicate, _ -> isIn(buyerKey, orderId, most));
    }

    @Override
    public Mono<Void> leave(String orderId) {
        return Mono.from(buyers.updateMany(eq(ORDERS, orderId), pull(ORDERS, orderId)))
                .timeout(TIMEOUT)
                .then();
    }

    /** Two first orders at once make the document once; the second is tried again when it would still fit. */
    private Mono<Boolean> isIn(String buyerKey, String orderId, int most) {
        return Mono.from(buyers.find(eq("_id", buyerKey)).first())
                .timeout(TIMEOUT)
                .flatMap(buyer -> {
                    var orders = buyer.getList(ORDERS, String.class);
                    return orders.contains(orderId)
                            ? Mono.just(true)
                            : orders.size() < most ? again(buyerKey, orderId, most) : Mono.just(false);
                })
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> again(String buyerKey, String orderId, int most) {
        var hasRoom = and(eq("_id", buyerKey), ne(ORDERS, orderId), exists(ORDERS + "." + (most - 1), false));
        return Mono.from(buyers.updateOne(hasRoom, push(ORDERS, orderId)))
                .timeout(TIMEOUT)
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(true)
                        : Mono.from(buyers.find(and(eq("_id", buyerKey), eq(ORDERS, orderId)))
                                        .first())
                                .timeout(TIMEOUT)
                                .hasElement());
    }
}
