package vn.ocopmarket.indexer.index.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.index.ParkedProduct;
import vn.ocopmarket.indexer.index.ParkedProducts;

/** {@code {_id, reason, at}}. */
@Component
final class MongoParkedProducts implements ParkedProducts {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> parked;

    /** Almost always nothing is parked; then a write to the index costs no write here. */
    private final AtomicBoolean maybeSome = new AtomicBoolean(true);

    MongoParkedProducts(MongoDatabase database) {
        this.parked = database.getCollection("parked");
    }

    @Override
    public Mono<Void> park(ParkedProduct product) {
        var document = new Document("_id", product.id())
                .append("reason", product.reason())
                .append("at", Date.from(product.at()));
        return Mono.from(parked.replaceOne(eq("_id", product.id()), document, new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .doOnNext(_ -> maybeSome.set(true))
                .then();
    }

    @Override
    public Mono<Void> release(Collection<String> ids) {
        if (!maybeSome.getAndSet(false)) {
            return Mono.empty();
        }
        return Mono.from(parked.deleteMany(in("_id", ids)))
                .then(Mono.from(parked.countDocuments()))
                .timeout(TIMEOUT)
                .doOnNext(left -> maybeSome.compareAndSet(false, left > 0))
                .doOnError(_ -> maybeSome.set(true))
                .doOnCancel(() -> maybeSome.set(true))
                .then();
    }

    @Override
    public Flux<ParkedProduct> all() {
        return Flux.from(parked.find().sort(Sorts.ascending("at")).batchSize(100))
                .timeout(TIMEOUT)
                .map(document -> new ParkedProduct(
                        document.getString("_id"),
                        document.getString("reason"),
                        document.getDate("at").toInstant()));
    }
}
