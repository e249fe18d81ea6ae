package vn.ocopmarket.catalog.stamp.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.product.UsesOfProducts;

/** A product that stamps were given to is not taken away: they are on its packs, and people ask what they stand for. */
@Repository
class MongoStampUses implements UsesOfProducts {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MongoCollection<Document> batches;

    MongoStampUses(MongoDatabase database) {
        this.batches = database.getCollection(MongoStampBatches.COLLECTION);
    }

    @Override
    public String code() {
        return "stamps";
    }

    @Override
    public Flux<String> of(Collection<String> productIds) {
        var wanted = Set.copyOf(productIds);
        return Flux.from(batches.find(in(BatchDocuments.PRODUCT, wanted))
                        .projection(Projections.include(BatchDocuments.PRODUCT)))
                .flatMapIterable(batch -> batch.getList("ranges", Document.class))
                .mapNotNull(range -> range.get("holder", Document.class))
                .mapNotNull(holder -> holder.getString("product"))
                .filter(wanted::contains)
                .distinct()
                .timeout(TIMEOUT);
    }
}
