package vn.ocopmarket.storefront.payout.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.payout.Payouts;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** One document a payout, and one for the last look and whose day it is. */
@Repository
class MongoPayouts implements Payouts {

    static final String COLLECTION = "payouts";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LOOK = "payouts";
    private static final String LOOKED_AT = "lookedAt";
    private static final String AT = "at";
    private static final String DAY = "payouts-day";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> payouts;
    private final MongoCollection<Document> looks;

    MongoPayouts(MongoDatabase database) {
        this.payouts = database.getCollection(COLLECTION);
        this.looks = database.getCollection("reconciliations");
    }

    @Override
    public Mono<Void> keep(PayoutReport report, Instant lookedAt) {
        var document = PayoutDocuments.write(report).append(LOOKED_AT, Date.from(lookedAt));
        return replaceOlder(payouts, LOOKED_AT, document);
    }

    /** Who looked earlier and is later to tell finds a younger one, and that it may not add a second. */
    private static Mono<Void> replaceOlder(MongoCollection<Document> where, String moment, Document document) {
        var older = and(eq("_id", document.getString("_id")), not(gt(moment, document.getDate(moment))));
        return Mono.from(where.replaceOne(older, document, UPSERT))
                .timeout(TIMEOUT)
                // Added in this moment by somebody who may have looked earlier too.
                .onErrorResume(
                        Duplicates::isDuplicate,
                        _ -> Mono.from(where.replaceOne(older, document)).timeout(TIMEOUT))
                .then();
    }

    @Override
    public Flux<PayoutReport> page(@Nullable String before, int limit) {
        return olderThan(before)
                .flatMapMany(older -> Flux.from(payouts.find(older)
                                .sort(Sorts.descending(PayoutDocuments.CREATED_AT, "_id"))
                                .limit(limit))
                        .timeout(TIMEOUT))
                .map(PayoutDocuments::read);
    }

    private Mono<Bson> olderThan(@Nullable String before) {
        if (before == null) {
            return Mono.just(Filters.empty());
        }
        return Mono.from(payouts.find(eq(before)).first())
                .timeout(TIMEOUT)
                .map(last -> last.getDate(PayoutDocuments.CREATED_AT))
                .map(at -> or(
                        lt(PayoutDocuments.CREATED_AT, at),
                        and(eq(PayoutDocuments.CREATED_AT, at), lt("_id", before))));
    }

    @Override
    public Mono<PayoutReport> find(String id) {
        return Mono.from(payouts.find(eq(id)).first()).timeout(TIMEOUT).map(PayoutDocuments::read);
    }

    @Override
    public Flux<String> paidOut(Collection<String> orderIds) {
        return Flux.from(payouts.find(in(PayoutDocuments.ORDERS, orderIds))
                        .projection(Projections.include(PayoutDocuments.ORDERS)))
                .timeout(TIMEOUT)
                .concatMapIterable(found -> found.getList(PayoutDocuments.ORDERS, String.class))
                .filter(orderIds::contains);
    }

    @Override
    public Mono<Void> keep(Look look) {
        var document = new Document("_id", LOOK)
                .append(AT, Date.from(look.at()))
                .append("payouts", look.payouts())
                .append("missing", PayoutDocuments.write(look.missing()));
        return replaceOlder(looks, AT, document);
    }

    @Override
    public Mono<Look> lastLook() {
        return Mono.from(looks.find(eq(LOOK)).first())
                .timeout(TIMEOUT)
                .map(stored -> new Look(
                        stored.getDate(AT).toInstant(),
                        stored.getInteger("payouts"),
                        PayoutDocuments.differences(stored, "missing")));
    }

    /** The first day makes the document; of several that try to, all but one are told that it is there. */
    @Override
    public Mono<Boolean> lease(LocalDate day, Instant now, Instant until) {
        var free = and(eq("_id", DAY), ne("done", day.toString()), lte("until", Date.from(now)));
        return Mono.from(looks.updateOne(free, set("until", Date.from(until)), new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .map(_ -> true)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Void> done(LocalDate day) {
        return Mono.from(looks.updateOne(eq(DAY), set("done", day.toString())))
                .timeout(TIMEOUT)
                .then();
    }
}
