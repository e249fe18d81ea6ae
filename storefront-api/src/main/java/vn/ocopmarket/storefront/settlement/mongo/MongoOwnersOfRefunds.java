package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.OwnersOfRefunds;

/** One document a line; how many refunds it has is the condition of every change. */
@Repository
class MongoOwnersOfRefunds implements OwnersOfRefunds {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String COUNT = "count";
    private static final String REFUNDS = "refunds";
    private static final String REFUND = "refund";
    private static final String OWNED = "owned";

    private final MongoCollection<Document> lines;

    MongoOwnersOfRefunds(MongoDatabase database) {
        this.lines = database.getCollection("settlementRefundOwners");
    }

    @Override
    public Flux<Decided> of(Collection<String> wanted) {
        return Flux.from(lines.find(in("_id", wanted))).timeout(TIMEOUT).map(MongoOwnersOfRefunds::read);
    }

    @Override
    public Mono<Boolean> decide(Decided before, Map<String, Long> more) {
        var refunds = write(before.and(more));
        return before.owned().isEmpty() ? insert(before.line(), refunds) : update(before, refunds);
    }

    private Mono<Boolean> insert(String line, List<Document> refunds) {
        var document = new Document("_id", line).append(COUNT, refunds.size()).append(REFUNDS, refunds);
        return Mono.from(lines.insertOne(document))
                .timeout(TIMEOUT)
                .thenReturn(true)
                .onErrorResume(MongoEntries::isDuplicate, _ -> Mono.just(false));
    }

    private Mono<Boolean> update(Decided before, List<Document> refunds) {
        var asRead = and(eq("_id", before.line()), eq(COUNT, before.owned().size()));
        return Mono.from(lines.updateOne(asRead, combine(set(COUNT, refunds.size()), set(REFUNDS, refunds))))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() > 0);
    }

    private static List<Document> write(Decided decided) {
        return decided.owned().entrySet().stream()
                .map(one -> new Document(REFUND, one.getKey()).append(OWNED, one.getValue()))
                .toList();
    }

    private static Decided read(Document stored) {
        return new Decided(
                stored.getString("_id"),
                stored.getList(REFUNDS, Document.class).stream()
                        .collect(Collectors.toMap(one -> one.getString(REFUND), one -> one.getLong(OWNED))));
    }
}
