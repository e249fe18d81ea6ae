package vn.ocopmarket.catalog.trace.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.product.UsesOfProducts;

/** A product that lots were written down of is not taken away: their codes are on packs. */
@Repository
class MongoLotUses implements UsesOfProducts {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String PRODUCT = "productId";

    private final MongoCollection<Document> lots;

    MongoLotUses(MongoDatabase database) {
        this.lots = database.getCollection(MongoLots.COLLECTION);
    }

    @Override
    public String code() {
        return "lots";
    }

    @Override
    public Flux<String> of(Collection<String> productIds) {
        return Flux.from(lots.find(in(PRODUCT, productIds)).projection(Projections.include(PRODUCT)))
                .map(lot -> lot.getString(PRODUCT))
                .distinct()
                .timeout(TIMEOUT);
    }
}
