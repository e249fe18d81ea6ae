package vn.ocopmarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.outbox.Shop.finish;
import static vn.ocopmarket.outbox.Shop.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.RelaySettings.Retention;

class RelayIT {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void logsEveryEventOnceInOrderOfItsAggregate() {
        shop.start("a");

        finish(shop.run(300, 4));
        shop.awaitDrained();

        shop.assertWhole(300, 4);
    }

    @Test
    void wakesUpLongBeforeThePoll() {
        var slow = new RelaySettings(
                "a", Duration.ofMinutes(10), Duration.ofMinutes(10), 50, Duration.ofSeconds(5), 2, Retention.DEFAULT);
        shop.start(new Relay(
                new MongoRelayStore(shop.database, slow, shop.clock), Sources.of(Shop.ORDERS), slow, shop.hints));
        finish(shop.create("first"));
        Shop.await(() -> shop.entries().size() == 1, Shop.PATIENCE);

        finish(shop.create("second"));

        Shop.await(() -> shop.entries().size() == 2, Shop.PATIENCE);
    }

    @Test
    void keepsTheLogWholeWhileTwoRelaysStealTheLeaseFromEachOther() {
        shop.start("a");
        shop.start("b");
        var stealing = Flux.interval(Duration.ofMillis(15))
                .onBackpressureDrop()
                .concatMap(_ -> shop.expireLease())
                .subscribe();

        finish(shop.run(300, 4));
        stealing.dispose();
        shop.stopFirst();
        shop.awaitDrained();

        shop.assertWhole(300, 4);
    }

    @Test
    void deliversBeforeItPullsAndLogsOnlyWhatIsRouted() {
        List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        var tries = new AtomicInteger();
        var sources = Sources.of(Shop.ORDERS)
                .with(
                        Route.deliverOnly(
                                "order.created",
                                events -> Mono.defer(() -> {
                                    if (tries.incrementAndGet() == 1) {
                                        return Mono.error(new IllegalStateException("away"));
                                    }
                                    events.forEach(event -> delivered.add(event.id()));
                                    return Mono.empty();
                                })),
                        Route.latestOnly("order.changed"));
        finish(shop.run(1, 3));

        shop.start(new Relay(shop.store("a"), sources, Shop.settings("a"), shop.hints));
        shop.awaitDrained();

        assertThat(delivered).containsOnly("o0:1:order.created");
        assertThat(shop.entries()).filteredOn(entry -> !entry.isNoop()).allMatch(entry -> entry.version() > 1);
        assertThat(shop.entries().getLast().version()).isEqualTo(3);
    }

    @Test
    void parksWhatCannotBeReadAndGoesOn() {
        finish(shop.create("o0"));
        finish(shop.database
                .getCollection(Shop.ORDERS)
                .insertOne(new Document("_id", "broken")
                        .append(Outbox.PENDING, 1)
                        .append(Outbox.ENTRIES, List.of(new Document("what", "is this")))));

        shop.start("a");
        shop.awaitDrained();

        shop.assertWhole(1, 1);
        assertThat(get(shop.database.getCollection("parkedEvents").countDocuments()))
                .isOne();
    }

    @Test
    void parksTheOneEventThatFailsForEver() {
        var store = new FaultyStore(shop.store("a")) {
            @Override
            public Mono<Void> append(List<LogEntry> entries) {
                return entries.stream().anyMatch(entry -> entry.aggregateId().equals("o3"))
                        ? Mono.error(new IllegalArgumentException("poison"))
                        : super.append(entries);
            }
        };
        finish(shop.run(6, 1));

        shop.start(new Relay(store, Sources.of(Shop.ORDERS), Shop.settings("a"), shop.hints));
        shop.awaitDrained();

        assertThat(shop.entries())
                .filteredOn(entry -> !entry.isNoop())
                .extracting(LogEntry::aggregateId)
                .containsExactlyInAnyOrder("o0", "o1", "o2", "o4", "o5");
        assertThat(get(shop.database.getCollection("parkedEvents").find().first())
                        .getString("documentId"))
                .isEqualTo("o3");
    }

    @Test
    void logsAnEventOfTwoDocumentsOnce() {
        var twice = Outbox.event("order.changed", "shared", 1, shop.clock.instant());
        for (var id : List.of("o1", "o2")) {
            var document = new Document("_id", id);
            document.putAll(Outbox.fields(twice));
            finish(shop.database.getCollection(Shop.ORDERS).insertOne(document));
            if (id.equals("o1")) {
                shop.start("a");
                shop.awaitDrained();
            }
        }
        shop.hints.work().signal();

        shop.awaitDrained();

        assertThat(shop.entries()).filteredOn(entry -> !entry.isNoop()).hasSize(1);
    }

    @Test
    void refusesChangesOfADocumentNobodyRelays() {
        finish(shop.create("o0"));
        for (int version = 2; version <= Outbox.LIMIT; version++) {
            finish(shop.change("o0", version));
        }

        assertThatThrownBy(() -> finish(shop.change("o0", Outbox.LIMIT + 1))).hasMessageContaining("Refused");
        assertThat(get(new OutboxLag(shop.database, Sources.of(Shop.ORDERS), shop.clock).oldestPending()))
                .isPositive();
    }

    @Test
    void movesTwentyThousandEventsInSeconds() {
        var settings = RelaySettings.of("a");
        var orders = shop.database.getCollection(Shop.ORDERS);
        finish(Flux.range(0, 20)
                .concatMap(block -> Mono.from(orders.insertMany(IntStream.range(0, 1_000)
                        .mapToObj(index -> {
                            var id = "o" + (block * 1_000 + index);
                            var document = new Document("_id", id);
                            document.putAll(Outbox.fields(Outbox.event("order.created", id, 1, shop.clock.instant())));
                            return document;
                        })
                        .toList())))
                .then());
        var start = System.nanoTime();

        shop.start(new Relay(shop.database, Sources.of(Shop.ORDERS), settings, shop.clock, shop.hints));
        Shop.await(
                () -> shop.log
                        .after(19_990, 20)
                        .map(page -> page.next() == 20_000)
                        .block(),
                Duration.ofSeconds(60));

        System.out.printf("20,000 events in %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(get(shop.log.after(0, 30_000)).entries()).hasSize(20_000);
        assertThat(get(shop.log.waitFor(20_000, 10, Duration.ofMillis(50), Set.of()))
                        .entries())
                .isEmpty();
    }
}
