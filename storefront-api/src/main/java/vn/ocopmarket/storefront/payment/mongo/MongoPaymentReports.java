package vn.ocopmarket.storefront.payment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Report;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Reports;

/** The last report, and whose turn the next run is. */
@Repository
class MongoPaymentReports implements Reports {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LAST = "last";
    private static final String TURN = "turn";
    private static final String NEXT_AT = "nextAt";

    private final MongoCollection<Document> reports;

    MongoPaymentReports(MongoDatabase database) {
        this.reports = database.getCollection("paymentReconciliation");
    }

    @Override
    public Mono<Void> keep(Report report) {
        var document = new Document("_id", LAST)
                .append("at", Date.from(report.at()))
                .append("sessions", report.sessions())
                .append("healed", report.healed())
                .append("expired", report.expired())
                .append("refunds", report.refunds())
                .append("unknown", report.unknown());
        return Mono.from(reports.replaceOne(eq("_id", LAST), document, new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Report> last() {
        return Mono.from(reports.find(eq("_id", LAST)))
                .timeout(TIMEOUT)
                .map(document -> new Report(
                        document.getDate("at").toInstant(),
                        document.getInteger("sessions"),
                        document.getInteger("healed"),
                        document.getInteger("expired"),
                        document.getInteger("refunds"),
                        document.getList("unknown", String.class, List.of())));
    }

    @Override
    public Mono<Boolean> isMyTurn(Instant now, Duration period) {
        var due = and(eq("_id", TURN), lte(NEXT_AT, Date.from(now)));
        var next = Date.from(now.plus(period));
        return Mono.from(reports.findOneAndUpdate(due, Updates.set(NEXT_AT, next)))
                .timeout(TIMEOUT)
                .hasElement()
                .flatMap(mine -> mine ? Mono.just(true) : isFirst(next));
    }

    private Mono<Boolean> isFirst(Date next) {
        return Mono.from(reports.insertOne(new Document("_id", TURN).append(NEXT_AT, next)))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(MongoPayments::isDuplicate, _ -> Mono.just(false));
    }
}
