package vn.ocopmarket.indexer.reconcile.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.reconcile.Reconciliation;
import vn.ocopmarket.indexer.reconcile.Reconciliations;

/** One document, {@code last}. */
@Component
final class MongoReconciliations implements Reconciliations {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String LAST = "last";

    private final MongoCollection<Document> results;

    MongoReconciliations(MongoDatabase database) {
        this.results = database.getCollection("reconciliations");
    }

    @Override
    public Mono<Void> keep(Reconciliation result) {
        var document = new Document("_id", LAST)
                .append("startedAt", Date.from(result.startedAt()))
                .append("finishedAt", Date.from(result.finishedAt()))
                .append("checked", result.checked())
                .append("missing", result.missing())
                .append("stale", result.stale())
                .append("extra", result.extra())
                .append("parked", result.parked());
        return Mono.from(results.replaceOne(eq("_id", LAST), document, new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Reconciliation> last() {
        return Mono.from(results.find(eq("_id", LAST)))
                .timeout(TIMEOUT)
                .map(document -> new Reconciliation(
                        document.getDate("startedAt").toInstant(),
                        document.getDate("finishedAt").toInstant(),
                        document.getLong("checked"),
                        document.getLong("missing"),
                        document.getLong("stale"),
                        document.getLong("extra"),
                        document.getLong("parked")));
    }
}
