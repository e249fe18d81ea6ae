package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.ReconciliationReport;
import vn.ocopmarket.storefront.inventory.ReconciliationReport.Discrepancy;
import vn.ocopmarket.storefront.inventory.ReconcilingStock;

@Component
final class MongoStockReports implements ReconcilingStock.Reports {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LAST = "stock";
    private static final int KEPT = 200;

    private final MongoCollection<Document> reports;

    MongoStockReports(MongoDatabase database) {
        this.reports = database.getCollection("reconciliations");
    }

    @Override
    public Mono<Void> keep(ReconciliationReport report) {
        return Mono.from(reports.replaceOne(eq("_id", LAST), document(report), new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<ReconciliationReport> last() {
        return Mono.from(reports.find(eq("_id", LAST)).first()).timeout(TIMEOUT).map(MongoStockReports::report);
    }

    private static Document document(ReconciliationReport report) {
        return new Document("_id", LAST)
                .append("startedAt", Date.from(report.startedAt()))
                .append("finishedAt", Date.from(report.finishedAt()))
                .append("levels", report.levels())
                .append("ledgerEntries", report.ledgerEntries())
                .append(
                        "discrepancies",
                        report.discrepancies().stream()
                                .limit(KEPT)
                                .map(found -> new Document("levelId", found.levelId())
                                        .append("rule", found.rule())
                                        .append("expected", found.expected())
                                        .append("found", found.found()))
                                .toList());
    }

    private static ReconciliationReport report(Document document) {
        return new ReconciliationReport(
                document.getDate("startedAt").toInstant(),
                document.getDate("finishedAt").toInstant(),
                LevelDocuments.number(document, "levels"),
                LevelDocuments.number(document, "ledgerEntries"),
                document.getList("discrepancies", Document.class, List.of()).stream()
                        .map(found -> new Discrepancy(
                                found.getString("levelId"),
                                found.getString("rule"),
                                LevelDocuments.number(found, "expected"),
                                LevelDocuments.number(found, "found")))
                        .toList());
    }
}
