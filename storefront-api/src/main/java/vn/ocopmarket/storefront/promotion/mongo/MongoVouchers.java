package vn.ocopmarket.storefront.promotion.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;
import vn.ocopmarket.storefront.promotion.Vouchers;

@Component
final class MongoVouchers implements Vouchers {

    static final String COLLECTION = "vouchers";
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Nobody reads on to what was done before, and the document stays small. */
    private static final int DEEDS_KEPT = 200;

    /** There may be thousands of them, and buyers ask often. */
    private static final Bson WITHOUT_CLAIMS = Projections.exclude(VoucherDocuments.OPEN, VoucherDocuments.RETURNING);

    private static final Bson WITHOUT_RETURNING = Projections.exclude(VoucherDocuments.RETURNING);

    private final MongoCollection<Document> vouchers;

    MongoVouchers(MongoDatabase database) {
        this.vouchers = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Boolean> add(KeptVoucher voucher) {
        return Mono.from(vouchers.insertOne(VoucherDocuments.write(voucher)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<KeptVoucher> find(String code) {
        return Mono.from(vouchers.find(eq("_id", code))
                        .projection(WITHOUT_RETURNING)
                        .first())
                .timeout(TIMEOUT)
                .map(VoucherDocuments::read);
    }

    @Override
    public Flux<KeptVoucher> withCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? Flux.empty()
                : Flux.from(vouchers.find(in("_id", codes))
                                .projection(WITHOUT_CLAIMS)
                                .sort(Sorts.ascending("_id")))
                        .timeout(TIMEOUT)
                        .map(VoucherDocuments::read);
    }

    @Override
    public Flux<KeptVoucher> page(@Nullable String after, int limit) {
        var filter = after == null ? Filters.empty() : gt("_id", after);
        return Flux.from(vouchers.find(filter)
                        .projection(WITHOUT_RETURNING)
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(VoucherDocuments::read);
    }

    @Override
    public Mono<KeptVoucher> change(String code, long revision, Deed deed) {
        var change = combine(
                set(VoucherDocuments.STATE, deed.state().name()),
                pushEach(
                        VoucherDocuments.DEEDS,
                        List.of(VoucherDocuments.write(deed)),
                        new PushOptions().slice(-DEEDS_KEPT)),
                inc(VoucherDocuments.REVISION, 1L));
        return Mono.from(vouchers.findOneAndUpdate(
                        and(eq("_id", code), eq(VoucherDocuments.REVISION, revision)),
                        change,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .timeout(TIMEOUT)
                .map(VoucherDocuments::read);
    }
}
