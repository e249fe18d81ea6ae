package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.settlement.Periods;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Period.Trouble;

/** One document a month: inserted once, after the last one, and closed once. */
@Repository
class MongoPeriods implements Periods {

    static final String COLLECTION = "settlementPeriods";
    private static final int KEPT = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> periods;

    MongoPeriods(MongoDatabase database) {
        this.periods = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Period> begin(Period period) {
        return Mono.from(periods.insertOne(StatementDocuments.write(period)))
                .timeout(TIMEOUT)
                .thenReturn(period)
                .onErrorResume(
                        MongoEntries::isDuplicate,
                        _ -> find(period.month()).switchIfEmpty(Mono.defer(() -> findAfter(period.after()))));
    }

    private Mono<Period> findAfter(@Nullable YearMonth month) {
        return Mono.from(periods.find(eq(StatementDocuments.AFTER, StatementDocuments.after(month)))
                        .first())
                .timeout(TIMEOUT)
                .map(StatementDocuments::period);
    }

    @Override
    public Mono<Void> keep(YearMonth month, List<Trouble> troubles) {
        var kept = troubles.stream().limit(KEPT).map(StatementDocuments::write).toList();
        return change(month, set(StatementDocuments.TROUBLES, kept));
    }

    @Override
    public Mono<Void> close(YearMonth month, Period.Closing closing) {
        return change(
                month,
                combine(
                        set(StatementDocuments.CLOSING, StatementDocuments.write(closing)),
                        unset(StatementDocuments.TROUBLES)));
    }

    private Mono<Void> change(YearMonth month, Bson change) {
        var open = and(eq("_id", month.toString()), exists(StatementDocuments.CLOSING, false));
        return Mono.from(periods.updateOne(open, change)).timeout(TIMEOUT).then();
    }

    @Override
    public Mono<Period> find(YearMonth month) {
        return Mono.from(periods.find(eq(month.toString())).first())
                .timeout(TIMEOUT)
                .map(StatementDocuments::period);
    }

    @Override
    public Flux<Reading<Period>> readings() {
        return Flux.from(periods.find().sort(ascending("_id"))).timeout(TIMEOUT).map(stored -> {
            var id = stored.getString("_id");
            return Reading.of(id, id, () -> StatementDocuments.period(stored));
        });
    }

    @Override
    public Flux<Period> all() {
        return Flux.from(periods.find().sort(descending("_id")))
                .timeout(TIMEOUT)
                .map(StatementDocuments::period);
    }
}
