package vn.ocopmarket.storefront.orderlink.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** One small document for each order whose link was ever revoked; the others have none. */
@Component
final class MongoLinkIssues implements OrderLinks.Issues {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String ISSUE = "issue";

    private final MongoCollection<Document> links;

    MongoLinkIssues(MongoDatabase database) {
        this.links = database.getCollection("orderLinks");
    }

    @Override
    public Mono<Long> of(String orderId) {
        return Mono.from(links.find(eq("_id", orderId)).first())
                .timeout(TIMEOUT)
                .map(stored -> stored.getLong(ISSUE))
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Long> next(String orderId) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(links.findOneAndUpdate(eq("_id", orderId), inc(ISSUE, 1L), options))
                .timeout(TIMEOUT)
                .map(stored -> stored.getLong(ISSUE));
    }
}
