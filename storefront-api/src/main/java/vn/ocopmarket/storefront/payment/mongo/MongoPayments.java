package vn.ocopmarket.storefront.payment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.DUE_AT;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.ID;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.KIND;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.STATE;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.VERSION;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.payment.Payments;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** One document for each payment, replaced only when version and state are those that were read. */
@Repository
class MongoPayments implements Payments {

    static final String COLLECTION = "payments";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final MongoCollection<Document> payments;

    MongoPayments(MongoDatabase database) {
        this.payments = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Payment> find(String orderId) {
        return Mono.from(payments.find(eq(ID, orderId))).timeout(TIMEOUT).map(PaymentDocuments::toPayment);
    }

    @Override
    public Flux<Payment> findAll(Collection<String> orderIds) {
        return Flux.from(payments.find(in(ID, orderIds)).batchSize(100))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }

    @Override
    public Flux<Payment> withNumbers(Collection<String> orderNumbers) {
        return Flux.from(payments.find(in(PaymentDocuments.ORDER_NUMBER, orderNumbers)))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }

    @Override
    public Flux<Payment> withMoneyToSend(int limit) {
        return Flux.from(payments.find(exists(PaymentDocuments.BY_HAND_SINCE))
                        .sort(Sorts.ascending(PaymentDocuments.BY_HAND_SINCE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }

    /** What has something left to do has a day when it is due, and there is little of it. */
    @Override
    public Flux<Payment> waiting(Instant endedBefore) {
        return Flux.from(payments.find(and(exists(DUE_AT), lte("deadline", Date.from(endedBefore)))))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }

    @Override
    public Flux<Payment> paidByCard(Instant since) {
        return pageFrom(Date.from(since), "")
                .expand(page -> page.size() < BATCH ? Mono.empty() : pageAfter(page.getLast()))
                .flatMapIterable(page -> page)
                .map(PaymentDocuments::toPayment);
    }

    private Mono<List<Document>> pageAfter(Document last) {
        return pageFrom(last.getDate(PaymentDocuments.PAID_BY_CARD_AT), last.getString(ID));
    }

    /** Pages, so that nobody has to keep up with the store. The first condition is what an index can use. */
    private Mono<List<Document>> pageFrom(Date moment, String after) {
        var from = gte(PaymentDocuments.PAID_BY_CARD_AT, moment);
        var next = or(gt(PaymentDocuments.PAID_BY_CARD_AT, moment), gt(ID, after));
        return Flux.from(payments.find(and(from, next))
                        .sort(Sorts.ascending(PaymentDocuments.PAID_BY_CARD_AT, ID))
                        .limit(BATCH))
                .timeout(TIMEOUT)
                .collectList();
    }

    @Override
    public Flux<Payment> disputed(int limit) {
        return Flux.from(payments.find(exists(PaymentDocuments.DISPUTED_SINCE))
                        .sort(Sorts.ascending(PaymentDocuments.DISPUTED_SINCE))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }

    @Override
    public Mono<Payment> insert(Payment payment) {
        return Mono.from(payments.insertOne(PaymentDocuments.toDocument(payment)))
                .timeout(TIMEOUT)
                .thenReturn(payment)
                .onErrorResume(Duplicates::isDuplicate, _ -> find(payment.orderId()));
    }

    @Override
    public Mono<Payment> replace(Payment before, Payment after) {
        var same = and(
                eq(ID, before.orderId()),
                eq(VERSION, before.version()),
                eq(STATE + "." + KIND, before.state().kind().name()));
        var document = PaymentDocuments.toDocument(after);
        document.put(VERSION, before.version() + 1);
        return Mono.from(payments.replaceOne(same, document))
                .timeout(TIMEOUT)
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.just(PaymentDocuments.toPayment(document))
                        : Mono.error(new ChangedMeanwhileException(before.orderId())));
    }

    @Override
    public Mono<Payment> takeDue(Instant now, Instant until) {
        var hide = Updates.combine(Updates.set(DUE_AT, Date.from(until)), Updates.inc(VERSION, 1L));
        var oldestFirst =
                new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE_AT)).returnDocument(ReturnDocument.AFTER);
        return Mono.from(payments.findOneAndUpdate(lte(DUE_AT, Date.from(now)), hide, oldestFirst))
                .timeout(TIMEOUT)
                .map(PaymentDocuments::toPayment);
    }
}
