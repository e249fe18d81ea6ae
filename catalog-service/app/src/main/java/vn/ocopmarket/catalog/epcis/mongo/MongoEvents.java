package vn.ocopmarket.catalog.epcis.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.epcis.EpcisEvent;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;
import vn.ocopmarket.catalog.epcis.EventQuery;
import vn.ocopmarket.catalog.epcis.Events;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoEvents implements Events {

    static final String COLLECTION = "epcisEvents";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH = 250;

    private final MongoCollection<Document> events;

    MongoEvents(MongoDatabase database) {
        this.events = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Recording> record(EpcisEvent event, Authorship authorship, Instant at) {
        return Mono.from(events.insertOne(EventFields.toDocument(event, authorship, at)))
                .map(_ -> Recording.NEW)
                .onErrorResume(Duplicates::isDuplicate, _ -> again(event, authorship))
                .timeout(TIMEOUT);
    }

    /** The id is taken: by the same event, which may now be declared wrong by who reported it, or by another one. */
    private Mono<Recording> again(EpcisEvent event, Authorship authorship) {
        var same = and(eq("_id", event.id()), eq(EventFields.DIGEST, event.digest()));
        if (event.declaration() == null) {
            return Mono.from(events.find(same).first())
                    .map(_ -> Recording.KNOWN)
                    .defaultIfEmpty(Recording.OTHER_EVENT_OF_THAT_ID);
        }
        var declared = and(same, in(EventFields.AUTHORS, authorship.authors()), exists(EventFields.DECLARATION, false));
        return Mono.from(events.updateOne(declared, Updates.set(EventFields.DECLARATION, event.declaration())))
                .flatMap(result -> result.getModifiedCount() == 1
                        ? Mono.just(Recording.DECLARED_WRONG)
                        : Mono.from(events.find(and(same, exists(EventFields.DECLARATION)))
                                        .first())
                                .map(_ -> Recording.KNOWN)
                                .defaultIfEmpty(Recording.OTHER_EVENT_OF_THAT_ID));
    }

    @Override
    public Flux<Recorded> find(EventQuery query) {
        return Flux.from(events.find(filter(query))
                        .sort(Sorts.ascending(EventFields.AT, "_id"))
                        .limit(query.limit())
                        .batchSize(BATCH))
                .map(EventFields::fromDocument)
                .timeout(TIMEOUT);
    }

    private static Bson filter(EventQuery query) {
        var all = new ArrayList<Bson>();
        oneOf(all, EventFields.KEYS, query.keys());
        oneOf(all, EventFields.TYPE, query.types());
        oneOf(all, EventFields.BIZ_STEP, query.bizSteps());
        oneOf(all, EventFields.READERS, query.readers());
        if (query.from() != null) {
            all.add(gte(EventFields.AT, query.from()));
        }
        if (query.before() != null) {
            all.add(lt(EventFields.AT, query.before()));
        }
        var after = query.after();
        if (after != null) {
            all.add(or(gt(EventFields.AT, after.at()), and(eq(EventFields.AT, after.at()), gt("_id", after.id()))));
        }
        return all.isEmpty() ? new Document() : and(all);
    }

    private static void oneOf(ArrayList<Bson> all, String field, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            all.add(in(field, wanted));
        }
    }
}
