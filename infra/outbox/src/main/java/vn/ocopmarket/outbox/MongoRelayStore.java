package vn.ocopmarket.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps lease, log and parked events in one database. */
final class MongoRelayStore implements RelayStore {

    static final String PARKED = "parkedEvents";

    private final MongoDatabase database;
    private final MongoCollection<Document> state;
    private final MongoCollection<Document> log;
    private final RelaySettings settings;
    private final Clock clock;

    MongoRelayStore(MongoDatabase database, RelaySettings settings, Clock clock) {
        this.database = database;
        this.state = database.getCollection(LogState.COLLECTION);
        this.log = database.getCollection(OutboxIndexes.LOG);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Lease> acquire() {
        var now = clock.instant();
        var free = and(
                LogState.byId(), or(eq(LogState.OWNER, settings.owner()), lte(LogState.EXPIRES_AT, Date.from(now))));
        var take = Updates.combine(
                Updates.set(LogState.OWNER, settings.owner()), expiry(now), Updates.inc(LogState.EPOCH, 1L));
        return makeState()
                .then(Mono.defer(() -> change(free, take)))
                .map(document -> LogState.of(document).lease());
    }

    private Mono<Void> makeState() {
        return one(state.find(LogState.byId()))
                .switchIfEmpty(one(state.insertOne(LogState.toNewDocument()))
                        .onErrorResume(MongoRelayStore::isDuplicate, _ -> Mono.empty())
                        .then(Mono.empty()))
                .then();
    }

    @Override
    public Mono<Void> renew(Lease lease) {
        return change(LogState.heldBy(lease), expiry(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new LeaseLostException(lease)))
                .then();
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return change(LogState.heldBy(lease), Updates.set(LogState.EXPIRES_AT, Date.from(Instant.EPOCH)))
                .then();
    }

    @Override
    public Mono<Set<String>> fillHoles(Lease lease) {
        var range = and(gt(LogEntry.NUMBER, lease.floor()), lte(LogEntry.NUMBER, lease.next()));
        return many(log.find(range).projection(Projections.include(LogEntry.NUMBER, LogEntry.EVENT_ID)))
                .collectMap(entry -> entry.getLong(LogEntry.NUMBER), entry -> entry.getString(LogEntry.EVENT_ID))
                .flatMap(written -> writeNoops(lease, written.keySet()).thenReturn(Set.copyOf(written.values())));
    }

    private Mono<Void> writeNoops(Lease lease, Set<Long> written) {
        var now = clock.instant();
        var noops = LongStream.rangeClosed(lease.floor() + 1, lease.next())
                .filter(number -> !written.contains(number))
                .mapToObj(number -> LogEntry.noop(number, now))
                .toList();
        // A duplicate means that the slot was written after all.
        return noops.isEmpty()
                ? Mono.empty()
                : append(noops).onErrorResume(MongoRelayStore::isDuplicate, _ -> Mono.empty());
    }

    @Override
    public Mono<List<PendingDocument>> pending(String collection, int limit) {
        var dirty = database.getCollection(collection)
                .find(gt(Outbox.PENDING, 0))
                .projection(Projections.include(Outbox.ENTRIES))
                .limit(limit)
                .batchSize(limit);
        return many(dirty)
                .map(document -> new PendingDocument(
                        Objects.requireNonNull(document.get("_id")),
                        document.getList(Outbox.ENTRIES, Document.class, List.of())))
                .collectList();
    }

    @Override
    public Mono<Set<String>> logged(Collection<String> eventIds) {
        return many(log.find(in(LogEntry.EVENT_ID, eventIds)).projection(Projections.include(LogEntry.EVENT_ID)))
                .map(document -> document.getString(LogEntry.EVENT_ID))
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Long> reserve(Lease lease, int count, long floor) {
        var update = Updates.combine(
                Updates.inc(LogState.NEXT, (long) count), Updates.max(LogState.FLOOR, floor), expiry(clock.instant()));
        return change(LogState.heldBy(lease), update)
                .switchIfEmpty(Mono.error(() -> new LeaseLostException(lease)))
                .map(document -> document.getLong(LogState.NEXT) - count + 1);
    }

    @Override
    public Mono<Void> append(List<LogEntry> entries) {
        var documents = entries.stream().map(LogEntry::toDocument).toList();
        return one(log.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then();
    }

    @Override
    public Mono<Void> pull(String collection, List<Sent> sent) {
        var updates = sent.stream().map(MongoRelayStore::pullOf).toList();
        return one(database.getCollection(collection).bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                .then();
    }

    /** Counts down only while all of them are still there, so that two relays cannot count twice. */
    private static UpdateOneModel<Document> pullOf(Sent sent) {
        if (sent.eventIds().isEmpty()) {
            var empty = Filters.exists(Outbox.ENTRIES + ".0", false);
            return new UpdateOneModel<>(and(eq("_id", sent.documentId()), empty), Updates.set(Outbox.PENDING, 0));
        }
        return new UpdateOneModel<>(
                and(eq("_id", sent.documentId()), Filters.all(Outbox.ENTRY_ID, sent.eventIds())),
                Updates.combine(
                        Updates.pull(Outbox.ENTRIES, in("id", sent.eventIds())),
                        Updates.inc(Outbox.PENDING, -sent.eventIds().size())));
    }

    @Override
    public Mono<Void> park(String collection, Object documentId, Document entry, String reason) {
        var parked = new Document("collection", collection)
                .append("documentId", documentId)
                .append("entry", entry)
                .append("reason", reason)
                .append("at", Date.from(clock.instant()));
        var drop = Updates.combine(Updates.pullAll(Outbox.ENTRIES, List.of(entry)), Updates.inc(Outbox.PENDING, -1));
        return one(database.getCollection(PARKED).insertOne(parked))
                .then(one(database.getCollection(collection)
                        .updateOne(and(eq("_id", documentId), eq(Outbox.ENTRIES, entry)), drop)))
                .then();
    }

    @Override
    public Mono<Long> trim(Lease lease) {
        return new Trimming(log, state, settings, clock).trim(lease);
    }

    private Bson expiry(Instant now) {
        return Updates.set(LogState.EXPIRES_AT, Date.from(now.plus(settings.lease())));
    }

    private Mono<Document> change(Bson filter, Bson update) {
        return one(state.findOneAndUpdate(
                filter, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private <T> Mono<T> one(Publisher<T> call) {
        return Mono.from(call).timeout(settings.timeout());
    }

    private <T> Flux<T> many(Publisher<T> call) {
        return Flux.from(call).timeout(settings.timeout());
    }

    static boolean isDuplicate(Throwable error) {
        return switch (error) {
            case MongoWriteException write -> write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException bulk ->
                bulk.getWriteErrors().stream()
                        .allMatch(one -> ErrorCategory.fromErrorCode(one.getCode()) == ErrorCategory.DUPLICATE_KEY);
            default -> false;
        };
    }
}
