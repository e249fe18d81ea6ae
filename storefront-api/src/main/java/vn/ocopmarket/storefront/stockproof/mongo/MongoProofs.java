package vn.ocopmarket.storefront.stockproof.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.stockproof.Proofs;
import vn.ocopmarket.storefront.stockproof.StockProof;
import vn.ocopmarket.storefront.stockproof.StockProof.Discrepancy;

@Component
final class MongoProofs implements Proofs {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LAST = "stock";
    private static final String NIGHT = "stock-night";
    private static final int KEPT = 200;

    private final MongoCollection<Document> proofs;

    MongoProofs(MongoDatabase database) {
        this.proofs = database.getCollection("reconciliations");
    }

    @Override
    public Mono<Void> keep(StockProof proof) {
        return Mono.from(proofs.replaceOne(eq("_id", LAST), document(proof), new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<StockProof> last() {
        return Mono.from(proofs.find(eq("_id", LAST)).first()).timeout(TIMEOUT).map(MongoProofs::proof);
    }

    /** The first night makes the document; of several that try to, all but one are told that it is there. */
    @Override
    public Mono<Boolean> lease(LocalDate night, Instant now, Instant until) {
        var free = and(eq("_id", NIGHT), ne("done", night.toString()), lte("until", Date.from(now)));
        return Mono.from(proofs.updateOne(free, set("until", Date.from(until)), new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .map(_ -> true)
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.just(false));
    }

    @Override
    public Mono<Void> done(LocalDate night) {
        return Mono.from(proofs.updateOne(eq("_id", NIGHT), set("done", night.toString())))
                .timeout(TIMEOUT)
                .then();
    }

    private static Document document(StockProof proof) {
        return new Document("_id", LAST)
                .append("startedAt", Date.from(proof.startedAt()))
                .append("finishedAt", Date.from(proof.finishedAt()))
                .append("levels", proof.levels())
                .append("ledgerEntries", proof.ledgerEntries())
                .append("promises", proof.promises())
                .append("discrepancies", documents(proof.discrepancies()))
                .append("healed", documents(proof.healed()));
    }

    private static List<Document> documents(List<Discrepancy> all) {
        return all.stream()
                .limit(KEPT)
                .map(found -> new Document("levelId", found.levelId())
                        .append("orderId", found.orderId())
                        .append("sku", found.sku())
                        .append("rule", found.rule())
                        .append("expected", found.expected())
                        .append("found", found.found()))
                .toList();
    }

    private static StockProof proof(Document document) {
        return new StockProof(
                document.getDate("startedAt").toInstant(),
                document.getDate("finishedAt").toInstant(),
                number(document, "levels"),
                number(document, "ledgerEntries"),
                number(document, "promises"),
                discrepancies(document, "discrepancies"),
                discrepancies(document, "healed"));
    }

    private static List<Discrepancy> discrepancies(Document document, String field) {
        return document.getList(field, Document.class, List.of()).stream()
                .map(found -> new Discrepancy(
                        found.getString("levelId"),
                        found.getString("orderId"),
                        found.getString("sku"),
                        found.getString("rule"),
                        number(found, "expected"),
                        number(found, "found")))
                .toList();
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
