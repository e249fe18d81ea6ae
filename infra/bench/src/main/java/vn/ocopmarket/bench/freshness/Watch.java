package vn.ocopmarket.bench.freshness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Json;
import vn.ocopmarket.bench.Requests;
import vn.ocopmarket.bench.Threads;

/**
 * Searches Elasticsearch some thirty times a second for the cards that were written last, so that every change is seen within
 * that much of the first search that could have shown it.
 */
final class Watch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 25;
    private static final byte[] NEWEST = Requests.post("/products/_search", """
            {"size":400,"_source":false,"stored_fields":["card"],"track_total_hits":false,
             "sort":[{"indexedAt":"desc"}],"query":{"match_all":{}}}""");

    private final String elasticsearch;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;
    private volatile int looks;

    Watch(String elasticsearch) {
        this.elasticsearch = elasticsearch;
        this.thread = Thread.ofPlatform().start(this::look);
    }

    private record Awaited(Shown shown, CompletableFuture<Long> seen) {}

    /** When a search first shows that of a product, by {@link System#nanoTime}; to be asked before the change is made. */
    CompletableFuture<Long> awaits(String product, Shown shown) {
        var seen = new CompletableFuture<Long>();
        awaited.put(product, new Awaited(shown, seen));
        return seen;
    }

    int looks() {
        return looks;
    }

    private void look() {
        try (var connection = new Connection(elasticsearch)) {
            while (!stop.get()) {
                var answer = Json.tree(connection.send(NEWEST));
                var now = System.nanoTime();
                answer.at("/hits/hits").forEach(hit -> see(hit, now));
                looks++;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            awaited.values().forEach(one -> one.seen().completeExceptionally(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void see(JsonNode hit, long now) {
        var awaitedHere = awaited.get(hit.path("_id").asString());
        if (awaitedHere != null && awaitedHere.shown().equals(shown(hit))) {
            awaited.remove(hit.path("_id").asString(), awaitedHere);
            awaitedHere.seen().complete(now);
        }
    }

    private static Shown shown(JsonNode hit) {
        var card = JsonMapper.shared().readTree(hit.at("/fields/card/0").asString());
        return new Shown(card.path("price").asLong(), card.path("inStock").asBoolean());
    }

    @Override
    public void close() {
        stop.set(true);
        Threads.join(List.of(thread));
    }
}
