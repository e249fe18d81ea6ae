package vn.ocopmarket.storefront.settlement.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.settlement.GatheringPlaces;

/** One document, which a slower instance does not take back, and one of what is stuck. */
@Repository
class MongoGatheringPlaces implements GatheringPlaces {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String ID = "gathering";
    private static final String AFTER = "after";
    private static final String DONE = "done";
    private static final String STUCK = "stuck";
    private static final String DOCUMENT = "document";
    private static final String WHY = "why";
    private static final int KEPT = 200;

    private final MongoCollection<Document> places;

    MongoGatheringPlaces(MongoDatabase database) {
        this.places = database.getCollection("settlementGathering");
    }

    @Override
    public Mono<Place> find() {
        return Mono.from(places.find(eq(ID)).first())
                .timeout(TIMEOUT)
                .map(stored -> new Place(stored.getString(AFTER), stored.getBoolean(DONE, false)))
                .defaultIfEmpty(new Place(null, false));
    }

    @Override
    public Mono<Void> keep(List<Stuck> stuck) {
        var documents = stuck.stream()
                .limit(KEPT)
                .map(one -> new Document(DOCUMENT, one.document()).append(WHY, one.why()))
                .toList();
        return Mono.from(places.updateOne(eq(STUCK), set(STUCK, documents), new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                .retry(1)
                .then();
    }

    @Override
    public Mono<List<Stuck>> stuck() {
        return Mono.from(places.find(eq(STUCK)).first())
                .timeout(TIMEOUT)
                .map(stored -> stored.getList(STUCK, Document.class).stream()
                        .map(one -> new Stuck(one.getString(DOCUMENT), one.getString(WHY)))
                        .toList())
                .defaultIfEmpty(List.of());
    }

    @Override
    public Mono<Void> move(Place to) {
        var on = combine(
                to.after() == null ? combine() : max(AFTER, to.after()), to.done() ? set(DONE, true) : combine());
        return Mono.from(places.updateOne(eq(ID), on, new UpdateOptions().upsert(true)))
                .timeout(TIMEOUT)
                // Of two who make it at once one is told that it is there.
                .retry(1)
                .then();
    }
}
