package vn.ocopmarket.storefront.cardevent.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Duplicates;
import vn.ocopmarket.storefront.cardevent.EventInbox;
import vn.ocopmarket.storefront.cardevent.EventInbox.ProviderEvent;

/** One document for each event, under the event's own id; it is due until it has no {@code dueAt}. */
@Repository
class MongoEventInbox implements EventInbox {

    static final String COLLECTION = "paymentEvents";
    static final String DUE_AT = "dueAt";
    static final String DONE_AT = "doneAt";
    static final String PARKED_AT = "parkedAt";
    private static final String TRIES = "tries";
    private static final String WHY = "why";
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
                .append(TRIES, 0)
                .append(DUE_AT, Date.from(now));
        if (event.orderId() != null) {
            document.append("orderId", event.orderId());
        }
        return Mono.from(events.insertOne(document))
                .timeout(TIMEOUT)
                .then()
                .onErrorResume(Duplicates::isDuplicate, _ -> Mono.empty());
    }

    @Override
    public Mono<ProviderEvent> takeDue(Instant now, Instant until) {
        var hide = Updates.combine(Updates.set(DUE_AT, Date.from(until)), Updates.inc(TRIES, 1));
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
    public Mono<Integer> failed(String eventId, String why) {
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(events.findOneAndUpdate(eq("_id", eventId), Updates.set(WHY, why), after))
                .timeout(TIMEOUT)
                .map(document -> document.getInteger(TRIES))
                .defaultIfEmpty(0);
    }

    @Override
    public Mono<Void> later(String eventId, Instant due) {
        return update(eventId, Updates.set(DUE_AT, Date.from(due)));
    }

    @Override
    public Mono<Void> park(String eventId, Instant now) {
        return update(eventId, Updates.combine(Updates.unset(DUE_AT), Updates.set(PARKED_AT, Date.from(now))));
    }

    @Override
    public Flux<ParkedEvent> parked(int limit) {
        return Flux.from(events.find(exists(PARKED_AT))
                        .sort(Sorts.ascending(PARKED_AT))
                        .limit(limit))
                .timeout(TIMEOUT)
                .map(document -> new ParkedEvent(
                        document.getString("_id"),
                        document.getString("type"),
                        document.getString("about"),
                        document.getString(WHY),
                        document.getInteger(TRIES),
                        document.getDate(PARKED_AT).toInstant()));
    }

    @Override
    public Mono<Boolean> replay(String eventId, Instant now) {
        var again = Updates.combine(
                Updates.unset(PARKED_AT),
                Updates.unset(WHY),
                Updates.set(TRIES, 0),
                Updates.set(DUE_AT, Date.from(now)));
        return unpark(eventId, again);
    }

    @Override
    public Mono<Boolean> drop(String eventId, String why, String by, Instant now) {
        var dropped = Updates.combine(
                Updates.unset(PARKED_AT),
                Updates.set("droppedFor", why),
                Updates.set("droppedBy", by),
                Updates.set(DONE_AT, Date.from(now)));
        return unpark(eventId, dropped);
    }

    private Mono<Boolean> unpark(String eventId, Bson change) {
        return Mono.from(events.updateOne(and(eq("_id", eventId), exists(PARKED_AT)), change))
                .timeout(TIMEOUT)
                .map(result -> result.getMatchedCount() == 1);
    }

    private Mono<Void> update(String eventId, Bson change) {
        return Mono.from(events.updateOne(eq("_id", eventId), change))
                .timeout(TIMEOUT)
                .then();
    }

    @Override
    public Mono<Void> done(String eventId, Instant now) {
        var done = Updates.combine(Updates.unset(DUE_AT), Updates.set(DONE_AT, Date.from(now)));
        return Mono.from(events.updateOne(eq("_id", eventId), done))
                .timeout(TIMEOUT)
                .then();
    }
}
