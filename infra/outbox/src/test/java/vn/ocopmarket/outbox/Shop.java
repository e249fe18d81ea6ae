package vn.ocopmarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.outbox.RelaySettings.Retention;
import vn.ocopmarket.testing.Stores;

/** A database with orders that tell their changes. */
final class Shop implements AutoCloseable {

    static final String ORDERS = "orders";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong COUNTER = new AtomicLong(System.nanoTime());

    final Clock clock = Clock.systemUTC();
    final Relay.Hints hints = Relay.Hints.create();
    final MongoDatabase database;
    final EventLog log;
    private final List<Disposable> running = new ArrayList<>();

    Shop() {
        this(Stores.mongoUri());
    }

    Shop(String uri) {
        this(uri, "outbox" + COUNTER.incrementAndGet());
    }

    Shop(String uri, String name) {
        database = MongoClients.create(uri).getDatabase(name);
        log = new EventLog(database, hints);
        finish(database.getCollection(ORDERS).createIndexes(OutboxIndexes.ofSource()));
        finish(database.getCollection(OutboxIndexes.LOG).createIndexes(OutboxIndexes.ofLog()));
    }

    static RelaySettings settings(String owner) {
        return new RelaySettings(
                owner, Duration.ofMillis(600), Duration.ofMillis(50), 50, Duration.ofSeconds(5), 2, Retention.DEFAULT);
    }

    RelayStore store(String owner) {
        return new MongoRelayStore(database, settings(owner), clock);
    }

    void start(Relay relay) {
        running.add(relay.run().subscribe());
    }

    void stopFirst() {
        running.getFirst().dispose();
    }

    void start(String owner) {
        start(new Relay(store(owner), Sources.of(ORDERS), settings(owner), hints));
    }

    /** Version 1: the order is made. */
    Mono<Void> create(String id) {
        var document = new Document("_id", id).append("version", 1L);
        document.putAll(Outbox.fields(Outbox.event("order.created", id, 1, clock.instant())));
        return Mono.from(database.getCollection(ORDERS).insertOne(document))
                .doOnSuccess(_ -> hints.work().signal())
                .then();
    }

    /** From one version to the next. */
    Mono<Void> change(String id, long version) {
        var filter = Filters.and(Filters.eq("_id", id), Filters.eq("version", version - 1), Outbox.hasRoom());
        var update = Updates.combine(
                Updates.set("version", version),
                Outbox.append(Outbox.event("order.changed", id, version, clock.instant())));
        return Mono.from(database.getCollection(ORDERS).updateOne(filter, update))
                .doOnSuccess(_ -> hints.work().signal())
                .filter(result -> result.getModifiedCount() == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Refused: " + id + " " + version)))
                .then();
    }

    /** Orders o0, o1, … each through all versions, sixteen side by side. */
    Mono<Void> run(int orders, int versions) {
        return Flux.range(0, orders)
                .flatMap(
                        order -> create("o" + order)
                                .thenMany(
                                        Flux.range(2, versions - 1).concatMap(version -> change("o" + order, version))),
                        16)
                .then();
    }

    List<LogEntry> entries() {
        return get(Flux.from(database.getCollection(OutboxIndexes.LOG).find().sort(Sorts.ascending("_id")))
                .map(LogEntry::of)
                .collectList());
    }

    long pending() {
        return get(database.getCollection(ORDERS).countDocuments(Filters.gt(Outbox.PENDING, 0)));
    }

    void awaitDrained() {
        await(() -> pending() == 0, PATIENCE);
    }

    static void await(BooleanSupplier condition, Duration atMost) {
        finish(Flux.interval(Duration.ZERO, Duration.ofMillis(20), Schedulers.boundedElastic())
                .onBackpressureDrop()
                .filter(_ -> condition.getAsBoolean())
                .next()
                .timeout(atMost));
    }

    /** Every event once, each aggregate in order, no number left out; noops are allowed. */
    void assertWhole(int orders, int versions) {
        var entries = entries();
        var last = new HashMap<String, Long>();
        long expected = 1;
        long events = 0;
        for (var entry : entries) {
            assertThat(entry.number()).isEqualTo(expected++);
            if (!entry.isNoop()) {
                events++;
                assertThat(entry.version())
                        .as("order of %s", entry.aggregateId())
                        .isEqualTo(last.getOrDefault(entry.aggregateId(), 0L) + 1);
                last.put(entry.aggregateId(), entry.version());
            }
        }
        assertThat(events).isEqualTo((long) orders * versions);
    }

    static <T> T get(Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block(PATIENCE));
    }

    static void finish(Publisher<?> publisher) {
        var unused = Mono.from(publisher).block(PATIENCE);
    }

    /** Anybody may take the lease now. */
    Mono<Void> expireLease() {
        return Mono.from(database.getCollection(LogState.COLLECTION)
                        .updateOne(LogState.byId(), Updates.set(LogState.EXPIRES_AT, new Date(0))))
                .then();
    }

    void stop() {
        running.forEach(Disposable::dispose);
    }

    @Override
    public void close() {
        stop();
        finish(database.drop());
    }
}
