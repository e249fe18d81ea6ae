package vn.ocopmarket.storefront.payment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
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
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Report;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Reports;
import vn.ocopmarket.storefront.payment.ReconcilingPayments.Sums;

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
    public Mono<Report> keep(Report report) {
        var sums = report.soFar();
        var change = Updates.combine(
                Updates.set("at", Date.from(report.at())),
                Updates.set("sessions", report.sessions()),
                Updates.set("healed", report.healed()),
                Updates.set("expired", report.expired()),
                Updates.set("refunds", report.refunds()),
                Updates.set("unlisted", report.unlisted()),
                Updates.set("unknown", report.unknown()),
                Updates.inc("soFar.runs", sums.runs()),
                Updates.inc("soFar.healed", sums.healed()),
                Updates.inc("soFar.expired", sums.expired()),
                Updates.inc("soFar.unlisted", sums.unlisted()));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(reports.findOneAndUpdate(eq("_id", LAST), change, options))
                .timeout(TIMEOUT)
                .map(MongoPaymentReports::report);
    }

    @Override
    public Mono<Report> last() {
        return Mono.from(reports.find(eq("_id", LAST))).timeout(TIMEOUT).map(MongoPaymentReports::report);
    }

    private static Report report(Document document) {
        var sums = document.get("soFar", new Document());
        return new Report(
                document.getDate("at").toInstant(),
                document.getInteger("sessions"),
                document.getInteger("healed"),
                document.getInteger("expired"),
                document.getInteger("refunds"),
                document.getList("unlisted", String.class, List.of()),
                document.getList("unknown", String.class, List.of()),
                new Sums(
                        sums.get("runs", 0L),
                        sums.get("healed", 0L),
                        sums.get("expired", 0L),
                        sums.get("unlisted", 0L)));
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
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }
}
