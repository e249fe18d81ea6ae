package vn.ocopmarket.catalog.producer.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.Histories;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.service.Duplicates;

@Repository
class MongoProducers implements Producers {

    static final String COLLECTION = "producers";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    private static final Bson THERE = ne(ProducerDocuments.REMOVED, true);
    private static final String SPREAD = "unspread";

    private final MongoCollection<Document> producers;

    private final Histories histories;
    private final Clock clock;

    MongoProducers(MongoDatabase database, Histories histories, Clock clock) {
        this.clock = clock;
        this.histories = histories;
        this.producers = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<KnownProducer> find(String idOrSlug) {
        return Flux.from(producers
                        .find(and(or(eq("_id", idOrSlug), eq("slug", idOrSlug)), THERE))
                        .limit(1))
                .next()
                .map(ProducerDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<KnownProducer> identifiedBy(Collection<String> identities) {
        return identities.isEmpty() ? Flux.empty() : found(and(in("identities", identities), THERE));
    }

    @Override
    public Flux<KnownProducer> page(@Nullable String after, int limit) {
        return Flux.from(producers
                        .find(after == null ? THERE : and(gt("_id", after), THERE))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .map(ProducerDocuments::fromDocument)
                .timeout(TIMEOUT);
    }

    @Override
    public Mono<Void> addMissing(Collection<KnownProducer> missing) {
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        var documents = missing.stream().map(ProducerDocuments::toDocument).toList();
        return Mono.from(producers.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .timeout(TIMEOUT)
                .onErrorResume(MongoBulkWriteException.class, _ -> namedAgain(missing));
    }

    private Mono<Void> namedAgain(Collection<KnownProducer> named) {
        var byId = named.stream()
                .collect(Collectors.toMap(producer -> producer.record().id(), Function.identity()));
        return removed(byId.keySet())
                .map(removed -> removed.namedAgain(
                        Objects.requireNonNull(byId.get(removed.record().id()))))
                .concatMap(this::replace)
                .then();
    }

    @Override
    public Flux<KnownProducer> withIdsEvenRemoved(Collection<String> ids) {
        return ids.isEmpty() ? Flux.empty() : found(in("_id", ids));
    }

    @Override
    public Mono<Void> revive(Collection<String> ids) {
        return removed(ids)
                .map(removed -> removed.next(false, revival(removed)))
                .concatMap(this::replace)
                .then();
    }

    private Flux<KnownProducer> removed(Collection<String> ids) {
        return ids.isEmpty() ? Flux.empty() : found(and(in("_id", ids), eq(ProducerDocuments.REMOVED, true)));
    }

    private Deed revival(KnownProducer producer) {
        var last = producer.history().getLast();
        return new Deed(
                clock.instant(), last.who(), "PRODUCER_BACK", producer.record().id(), "");
    }

    @Override
    public Mono<Boolean> replace(KnownProducer next) {
        var record = next.record();
        var changed = ProducerDocuments.toDocument(next);
        changed.remove("_id");
        changed.append(SPREAD, record.revision());
        return KeptHistory.moveOut(histories, Histories.Kind.PRODUCER, record.id(), next.history())
                .then(Mono.from(producers.updateOne(
                        and(eq("_id", record.id()), eq("revision", record.revision() - 1)),
                        new Document("$set", changed))))
                .map(result -> result.getModifiedCount() == 1)
                .onErrorReturn(Duplicates::isDuplicate, false)
                .timeout(TIMEOUT);
    }

    @Override
    public Flux<KnownProducer> unspread() {
        return found(gt(SPREAD, 0));
    }

    @Override
    public Mono<Void> spread(String id, long revision) {
        return Mono.from(producers.updateOne(and(eq("_id", id), eq(SPREAD, revision)), Updates.unset(SPREAD)))
                .timeout(TIMEOUT)
                .then();
    }

    private Flux<KnownProducer> found(Bson filter) {
        return Flux.from(producers.find(filter).batchSize(BATCH))
                .map(ProducerDocuments::fromDocument)
                .timeout(TIMEOUT);
    }
}
