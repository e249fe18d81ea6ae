package vn.ocopmarket.storefront.promotion.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.promotion.Redemptions;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;

/** Open claims in the vouchers' own documents, recorded uses in one document each. */
@Component
final class MongoRedemptions implements Redemptions {

    static final String COLLECTION = "voucherUses";

    private static final Duration TIMEOUT = MongoVouchers.TIMEOUT;
    private static final String OPEN_IDS = "open.id";
    private static final String OPEN_ORDERS = "open.order";

    private static final String RECORDING = "recording";

    private final MongoCollection<Document> vouchers;
    private final RecordedUses uses;

    MongoRedemptions(MongoDatabase database) {
        this.vouchers = database.getCollection(MongoVouchers.COLLECTION);
        this.uses = new RecordedUses(database.getCollection(COLLECTION));
    }

    @Override
    public Mono<Boolean> claim(Voucher voucher, Claim claim, @Nullable LocalDate today) {
        var conditions = new ArrayList<Bson>(List.of(
                eq("_id", voucher.code()),
                ne(OPEN_ORDERS, claim.orderId()),
                exists(VoucherDocuments.OPEN + "." + (MOST_OPEN - 1), false)));
        var total = voucher.limits().total();
        if (total != null) {
            conditions.add(lt(VoucherDocuments.USED, total));
        }
        if (today != null) {
            conditions.add(eq(VoucherDocuments.STATE, State.RUNNING.name()));
            conditions.add(lte(VoucherDocuments.FROM, today.toString()));
            conditions.add(gte(VoucherDocuments.TO, today.toString()));
        }
        return changes(
                and(conditions),
                combine(inc(VoucherDocuments.USED, 1L), push(VoucherDocuments.OPEN, VoucherDocuments.write(claim))));
    }

    @Override
    public Mono<Boolean> renew(String code, String orderId, Instant at) {
        return Mono.from(vouchers.updateOne(
                        and(eq("_id", code), eq(OPEN_ORDERS, orderId)), set("open.$.at", Date.from(at))))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Flux<Owned> of(String code, String orderId) {
        var open = Mono.from(vouchers.find(and(eq("_id", code), eq(OPEN_ORDERS, orderId)))
                        .first())
                .timeout(TIMEOUT)
                .flatMapIterable(VoucherDocuments::open)
                .filter(claim -> orderId.equals(claim.getString("order")))
                .map(claim -> claim.getBoolean(RECORDING, false)
                        ? new Owned.Recording(new Open(code, VoucherDocuments.claim(claim)))
                        : new Owned.Waiting(claim.getString("id")));
        var recorded = uses.claimOf(code, orderId).map(Owned.Recorded::new);
        return Flux.concat(open, recorded);
    }

    @Override
    public Mono<Boolean> giveBack(String code, String claimId) {
        return changes(and(eq("_id", code), unrecorded(eq("id", claimId))), uncounting(claimId));
    }

    @Override
    public Mono<Boolean> giveBackUnchanged(Open open) {
        var claim = open.claim();
        var unchanged = unrecorded(and(eq("id", claim.id()), eq("at", Date.from(claim.at()))));
        return changes(and(eq("_id", open.code()), unchanged), uncounting(claim.id()));
    }

    @Override
    public Mono<Boolean> giveBackLate(String code, String claimId) {
        return changes(and(eq("_id", code), eq(OPEN_IDS, claimId)), uncounting(claimId));
    }

    private static Bson unrecorded(Bson claim) {
        return elemMatch(VoucherDocuments.OPEN, and(claim, ne(RECORDING, true)));
    }

    private static Bson uncounting(String claimId) {
        return combine(inc(VoucherDocuments.USED, -1L), pull(VoucherDocuments.OPEN, new Document("id", claimId)));
    }

    @Override
    public Mono<Boolean> announce(String code, String claimId, String by) {
        return changes(
                eq("_id", code), push(VoucherDocuments.RETURNING, new Document("claim", claimId).append("by", by)));
    }

    @Override
    public Mono<String> decide(String code, String orderId, String claimId, String by) {
        return uses.decide(code, orderId, claimId, by);
    }

    @Override
    public Mono<Void> uncount(String code, String claimId, String decided) {
        var announced = elemMatch(VoucherDocuments.RETURNING, and(eq("claim", claimId), eq("by", decided)));
        var forget = pull(VoucherDocuments.RETURNING, new Document("claim", claimId));
        return changes(and(eq("_id", code), announced), combine(inc(VoucherDocuments.USED, -1L), forget))
                .flatMap(uncounted -> uncounted
                        ? Mono.just(true)
                        : changes(and(eq("_id", code), eq("returning.claim", claimId)), forget))
                .then();
    }

    @Override
    public Mono<Void> tellGivenBack(String code, String orderId, String claimId) {
        return uses.tellGivenBack(code, orderId, claimId);
    }

    @Override
    public Mono<Boolean> record(Open open) {
        return uses.add(open);
    }

    @Override
    public Mono<Boolean> close(String code, String claimId) {
        return changes(
                and(eq("_id", code), eq(OPEN_IDS, claimId)), pull(VoucherDocuments.OPEN, new Document("id", claimId)));
    }

    @Override
    public Mono<Boolean> beginRecording(String code, String claimId) {
        return changes(and(eq("_id", code), eq(OPEN_IDS, claimId)), set("open.$." + RECORDING, true));
    }

    @Override
    public Flux<Open> openBefore(Instant moment) {
        // All at once: whoever works through them takes longer than a store may.
        return Flux.from(vouchers.find(lt("open.at", Date.from(moment))).sort(Sorts.ascending("_id")))
                .timeout(TIMEOUT)
                .map(voucher -> openBefore(voucher, moment))
                .collectList()
                .flatMapIterable(found -> found)
                .flatMapIterable(open -> open);
    }

    private static List<Open> openBefore(Document voucher, Instant moment) {
        return VoucherDocuments.open(voucher).stream()
                .map(VoucherDocuments::claim)
                .filter(claim -> claim.at().isBefore(moment))
                .map(claim -> new Open(voucher.getString("_id"), claim))
                .toList();
    }

    @Override
    public Flux<Use> uses(String code, int limit) {
        return uses.latest(code, limit);
    }

    @Override
    public Mono<Counted> count(String code) {
        return voucher(code).flatMap(before -> {
            var open = VoucherDocuments.open(before).stream()
                    .map(claim -> claim.getString("id"))
                    .toList();
            return uses.countBeside(code, open)
                    .zipWhen(_ -> voucher(code))
                    .filter(counted -> counted.getT2().equals(before))
                    .map(counted -> new Counted(before.getLong(VoucherDocuments.USED), open.size() + counted.getT1()));
        });
    }

    private Mono<Document> voucher(String code) {
        return Mono.from(vouchers.find(eq("_id", code)).first()).timeout(TIMEOUT);
    }

    private Mono<Boolean> changes(Bson filter, Bson update) {
        return Mono.from(vouchers.updateOne(filter, update))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }
}
