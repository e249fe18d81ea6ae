package vn.ocopmarket.storefront.promotion.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.promotion.BuyerSecrets;

/** Keeps a secret that was made at the first use where none is configured, so that buyers are known after restarts. */
@Component
final class MongoBuyerSecrets implements BuyerSecrets {

    private final MongoCollection<Document> settings;

    MongoBuyerSecrets(MongoDatabase database) {
        this.settings = database.getCollection("settings");
    }

    @Override
    public Mono<String> keptOr(String proposed) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(settings.findOneAndUpdate(
                        eq("_id", "voucherBuyerSecret"), setOnInsert("value", proposed), options))
                .timeout(MongoVouchers.TIMEOUT)
                // Two instances asked at the same moment.
                .retryWhen(Retry.max(2).filter(Duplicates::isDuplicate))
                .map(stored -> stored.getString("value"));
    }
}
