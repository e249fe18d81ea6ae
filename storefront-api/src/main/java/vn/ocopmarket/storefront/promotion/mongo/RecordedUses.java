package vn.ocopmarket.storefront.promotion.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.promotion.Redemptions.Open;
import vn.ocopmarket.storefront.promotion.Redemptions.Use;

/** Uses that are written down for good, one document for each order and voucher. */
final class RecordedUses {

    private static final String DECIDED = "uncountedBy";
    private static final String GIVEN_BACK = "givenBack";

    private final MongoCollection<Document> uses;

    RecordedUses(MongoCollection<Document> uses) {
        this.uses = uses;
    }

    /** True when the use is this claim's, now or before; false when it is that of another. */
    Mono<Boolean> add(Open open) {
        var claim = open.claim();
        var use = new Document("_id", id(open.code(), claim.orderId()))
                .append("code", open.code())
                .append("order", claim.orderId())
                .append("claim", claim.id())
                .append("amount", claim.amount().amount())
                .append("at", Date.from(claim.at()));
        return Mono.from(uses.insertOne(use))
                .timeout(MongoVouchers.TIMEOUT)
                .thenReturn(true)
                .onErrorResume(Duplicates::isDuplicate, _ -> isOf(open));
    }

    private Mono<Boolean> isOf(Open open) {
        return first(eq("_id", id(open.code(), open.claim().orderId())))
                .map(use -> open.claim().id().equals(use.getString("claim")));
    }

    /** The claim of the order's use; empty when it was given back or there is none. */
    Mono<String> claimOf(String code, String orderId) {
        return first(and(eq("_id", id(code, orderId)), ne(GIVEN_BACK, true))).map(use -> use.getString("claim"));
    }

    /** Who takes the use out of the count: whoever came first. Empty when there is no such use. */
    Mono<String> decide(String code, String orderId, String claimId, String by) {
        var use = of(code, orderId, claimId);
        return Mono.from(uses.updateOne(and(use, exists(DECIDED, false)), set(DECIDED, by)))
                .timeout(MongoVouchers.TIMEOUT)
                .then(first(use))
                .map(decided -> decided.getString(DECIDED));
    }

    Mono<Void> tellGivenBack(String code, String orderId, String claimId) {
        return Mono.from(uses.updateOne(of(code, orderId, claimId), set(GIVEN_BACK, true)))
                .timeout(MongoVouchers.TIMEOUT)
                .then();
    }

    /** The latest first. */
    Flux<Use> latest(String code, int limit) {
        return Flux.from(uses.find(eq("code", code))
                        .sort(Sorts.descending("at", "_id"))
                        .limit(limit))
                .timeout(MongoVouchers.TIMEOUT)
                .map(use -> new Use(
                        use.getString("order"),
                        VoucherDocuments.money(use, "amount"),
                        VoucherDocuments.at(use),
                        use.getBoolean(GIVEN_BACK, false)));
    }

    /** How many there are that were not given back and are of none of these claims. */
    Mono<Long> countBeside(String code, List<String> claims) {
        return Mono.from(uses.countDocuments(and(eq("code", code), ne(GIVEN_BACK, true), nin("claim", claims))))
                .timeout(MongoVouchers.TIMEOUT);
    }

    private Mono<Document> first(Bson filter) {
        return Mono.from(uses.find(filter).first()).timeout(MongoVouchers.TIMEOUT);
    }

    private static Bson of(String code, String orderId, String claimId) {
        return and(eq("_id", id(code, orderId)), eq("claim", claimId));
    }

    private static String id(String code, String orderId) {
        return code + ":" + orderId;
    }
}
