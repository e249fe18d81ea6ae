package vn.ocopmarket.embeddedmongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.embeddedmongo.Driver.all;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kills the server at work, again and again on the same data: nothing that was acknowledged is ever gone. */
class CrashIT {

    private static final int ROUNDS = 3;
    private static final int INSERTS = 3_000;
    private static final int CLIENTS = 16;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger increments = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedWhenKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.inFolder(folder)) {
                String uri = server.awaitUri();
                if (round == 0) {
                    prepare(uri);
                }
                verify(uri, round);
                writeUntilKilled(server, uri, round);
                int exit = server.awaitExit();
                assertThat(exit).isEqualTo(137);
            }
        }
        try (ServerProcess server = ServerProcess.inFolder(folder)) {
            verify(server.awaitUri(), ROUNDS);
        }
    }

    private static void prepare(String uri) {
        try (Driver driver = Driver.of(uri)) {
            done(driver.collection("orders").createIndex(doc("sku", 1), new IndexOptions().unique(true)));
            done(driver.collection("orders").createIndex(doc("group", 1, "at", -1)));
            done(driver.collection("counters").insertOne(doc("_id", 1, "n", 0L)));
        }
    }

    private void writeUntilKilled(ServerProcess server, String uri, int round) {
        int killAfter = 500 + 700 * round;
        AtomicInteger answered = new AtomicInteger();
        try (Driver driver = Driver.of(uri)) {
            MongoCollection<Document> orders = driver.collection("orders");
            MongoCollection<Document> counters = driver.collection("counters");
            var _ = Flux.range(round * INSERTS, INSERTS)
                    .flatMap(
                            id -> Mono.from(orders.insertOne(order(id)))
                                    .doOnNext(_ -> {
                                        acknowledged.add(id);
                                        if (answered.incrementAndGet() == killAfter) {
                                            server.kill();
                                        }
                                    })
                                    .then(Mono.from(counters.updateOne(eq("_id", 1), inc("n", 1L))))
                                    .doOnNext(_ -> increments.incrementAndGet()),
                            CLIENTS)
                    .onErrorComplete()
                    .blockLast();
        }
    }

    private static Document order(int id) {
        return doc("_id", id, "sku", "S" + id, "group", id % 7, "at", id, "pad", "y".repeat(200));
    }

    private void verify(String uri, int round) {
        try (Driver driver = Driver.of(uri)) {
            MongoCollection<Document> orders = driver.collection("orders");
            Set<Integer> present = new HashSet<>();
            all(orders.find().batchSize(500)).forEach(order -> present.add(order.getInteger("_id")));
            assertThat(present).as("round %d", round).containsAll(acknowledged);
            assertThat(present.size() - acknowledged.size()).isLessThanOrEqualTo(CLIENTS * round);

            Document counter = one(driver.collection("counters").find().first());
            assertThat(counter.getLong("n"))
                    .isBetween((long) increments.get(), (long) increments.get() + (long) CLIENTS * round);

            Set<Integer> byIndex = new HashSet<>();
            for (int group = 0; group < 7; group++) {
                all(orders.find(doc("group", group))).forEach(order -> byIndex.add(order.getInteger("_id")));
            }
            assertThat(byIndex).isEqualTo(present);
            for (int id : present.stream().limit(200).toList()) {
                assertThat(one(orders.find(doc("sku", "S" + id)).first()).getInteger("_id"))
                        .isEqualTo(id);
            }
        }
    }
}
