package vn.ocopmarket.catalog.undo.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.undo.LeftProduct;
import vn.ocopmarket.catalog.undo.LeftProducts;

@Repository
class MongoLeftProducts implements LeftProducts {

    static final String COLLECTION = "importLeft";
    static final String RUN = "run";
    static final String PRODUCT = "product";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> left;

    MongoLeftProducts(MongoDatabase database) {
        this.left = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> keep(String run, LeftProduct product) {
        var id = run + '|' + product.productId();
        var document = new Document("_id", id)
                .append(RUN, run)
                .append(PRODUCT, product.productId())
                .append("name", product.name())
                .append("changedSince", product.changedSince())
                .append("undoable", product.undoable())
                .append("settled", product.settled());
        return Mono.from(left.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Flux<LeftProduct> page(String run, @Nullable String after, int limit) {
        return Flux.from(left.find(and(eq(RUN, run), gt(PRODUCT, after == null ? "" : after)))
                        .sort(Sorts.ascending(PRODUCT))
                        .limit(limit))
                .map(MongoLeftProducts::toLeft)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<LeftProduct> find(String run, String productId) {
        return Mono.from(left.find(eq("_id", run + '|' + productId)).first())
                .map(MongoLeftProducts::toLeft)
                .timeout(TIMEOUT);
    }

    private static LeftProduct toLeft(Document document) {
        return new LeftProduct(
                document.getString(PRODUCT),
                document.getString("name"),
                document.getList("changedSince", String.class),
                document.getList("undoable", String.class),
                document.getBoolean("settled"));
    }
}
