package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.SettlementProof;
import vn.ocopmarket.storefront.settlement.SettlementProofs;
import vn.ocopmarket.storefront.settlement.domain.Comparison.MonthProof;
import vn.ocopmarket.storefront.settlement.domain.Comparison.Result;
import vn.ocopmarket.storefront.settlement.domain.Finding;

/** One document, with the first findings of the last proof. */
@Repository
class MongoSettlementProofs implements SettlementProofs {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LAST = "last";
    private static final int KEPT = 200;

    private final MongoCollection<Document> proofs;

    MongoSettlementProofs(MongoDatabase database) {
        this.proofs = database.getCollection("settlementProofs");
    }

    @Override
    public Mono<Void> keep(SettlementProof proof) {
        return Mono.from(proofs.replaceOne(eq(LAST), write(proof), new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<SettlementProof> last() {
        return Mono.from(proofs.find(eq(LAST)).first()).timeout(TIMEOUT).map(MongoSettlementProofs::read);
    }

    private static Document write(SettlementProof proof) {
        var result = proof.result();
        return new Document("_id", LAST)
                .append("startedAt", Date.from(proof.startedAt()))
                .append("finishedAt", Date.from(proof.finishedAt()))
                .append("healed", proof.healed())
                .append("moving", proof.moving())
                .append("sold", result.sold())
                .append("entries", result.entries())
                .append("statements", result.statements())
                .append(
                        "months",
                        result.months().stream()
                                .map(MongoSettlementProofs::write)
                                .toList())
                .append(
                        "findings",
                        result.findings().stream()
                                .limit(KEPT)
                                .map(MongoSettlementProofs::write)
                                .toList());
    }

    private static Document write(MonthProof month) {
        return new Document("month", month.month())
                .append("bought", month.bought().amount())
                .append("settled", month.settled().amount());
    }

    private static Document write(Finding finding) {
        return new Document("month", finding.month())
                .append("rule", finding.rule().name())
                .append("about", finding.about())
                .append("expected", finding.expected())
                .append("found", finding.found())
                .append("why", finding.why());
    }

    private static SettlementProof read(Document stored) {
        var months = stored.getList("months", Document.class).stream()
                .map(month -> new MonthProof(
                        month.getString("month"),
                        EntryDocuments.money(month, "bought"),
                        EntryDocuments.money(month, "settled")))
                .toList();
        return new SettlementProof(
                stored.getDate("startedAt").toInstant(),
                stored.getDate("finishedAt").toInstant(),
                stored.getLong("healed"),
                stored.getBoolean("moving"),
                new Result(
                        stored.getLong("sold"),
                        stored.getLong("entries"),
                        stored.getLong("statements"),
                        months,
                        findings(stored)));
    }

    private static List<Finding> findings(Document stored) {
        return stored.getList("findings", Document.class).stream()
                .map(finding -> new Finding(
                        finding.getString("month"),
                        Finding.Rule.valueOf(finding.getString("rule")),
                        finding.getString("about"),
                        finding.getLong("expected"),
                        finding.getLong("found"),
                        finding.getString("why")))
                .toList();
    }
}
