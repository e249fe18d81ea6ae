package vn.ocopmarket.storefront.orderlink.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** Keeps a secret that was made at the first start where none is configured, so that links outlive restarts. */
@Component
final class MongoLinkSecrets implements OrderLinks.Secrets {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> settings;

    MongoLinkSecrets(MongoDatabase database) {
        this.settings = database.getCollection("settings");
    }

    @Override
    public Mono<String> keptOr(String proposed) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(settings.findOneAndUpdate(
                        eq("_id", "orderLinkSecret"), setOnInsert("value", proposed), options))
                .timeout(TIMEOUT)
                // Two instances started at the same moment.
                .retryWhen(Retry.max(2).filter(Duplicates::isDuplicate))
                .map(stored -> stored.getString("value"));
    }
}
