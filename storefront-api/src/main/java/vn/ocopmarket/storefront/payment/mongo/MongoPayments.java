package vn.ocopmarket.storefront.payment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.DUE_AT;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.ID;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.KIND;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.STATE;
import static vn.ocopmarket.storefront.payment.mongo.PaymentDocuments.VERSION;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.Payments;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** One document for each payment, replaced only when version and state are those that were read. */
@Repository
class MongoPayments implements Payments {

    static final String COLLECTION = "payments";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

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
    public Mono<Payment> insert(Payment payment) {
        return Mono.from(payments.insertOne(PaymentDocuments.toDocument(payment)))
                .timeout(TIMEOUT)
                .thenReturn(payment)
                .onErrorResume(MongoPayments::isDuplicate, _ -> find(payment.orderId()));
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

    static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
