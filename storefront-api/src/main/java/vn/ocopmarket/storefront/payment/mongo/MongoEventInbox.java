package vn.ocopmarket.storefront.payment.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.EventInbox;
import vn.ocopmarket.storefront.payment.ProviderEvent;

/** One document for each event, under the event's own id; it is due until it has no {@code dueAt}. */
@Repository
class MongoEventInbox implements EventInbox {

    static final String COLLECTION = "paymentEvents";
    static final String DUE_AT = "dueAt";
    static final String DONE_AT = "doneAt";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoCollection<Document> events;

    MongoEventInbox(MongoDatabase database) {
        this.events = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Void> add(ProviderEvent event, Instant now) {
        var document = new Document("_id", event.id())
                .append("type", event.type())
                .append("about", event.about())
                .append("raw", event.raw())
                .append("receivedAt", Date.from(now))
                .append("tries", 0)
                .append(DUE_AT, Date.from(now));
        if (event.orderId() != null) {
            document.append("orderId", event.orderId());
        }
        return Mono.from(events.insertOne(document))
                .timeout(TIMEOUT)
                .then()
                .onErrorResume(MongoPayments::isDuplicate, _ -> Mono.empty());
    }

    @Override
    public Mono<ProviderEvent> takeDue(Instant now, Instant until) {
        var hide = Updates.combine(Updates.set(DUE_AT, Date.from(until)), Updates.inc("tries", 1));
        return Mono.from(events.findOneAndUpdate(
                        lte(DUE_AT, Date.from(now)), hide, new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE_AT))))
                .timeout(TIMEOUT)
                .map(document -> new ProviderEvent(
                        document.getString("_id"),
                        document.getString("type"),
                        document.getString("about"),
                        document.getString("orderId"),
                        document.getString("raw")));
    }

    @Override
    public Mono<Void> done(String eventId, Instant now) {
        var done = Updates.combine(Updates.unset(DUE_AT), Updates.set(DONE_AT, Date.from(now)));
        return Mono.from(events.updateOne(eq("_id", eventId), done))
                .timeout(TIMEOUT)
                .then();
    }
}
