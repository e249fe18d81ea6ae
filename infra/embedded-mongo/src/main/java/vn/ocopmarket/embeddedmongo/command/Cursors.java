package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.ocopmarket.embeddedmongo.bson.Bson;
import vn.ocopmarket.embeddedmongo.bson.RawDocument;

/** Hands out results batch by batch, never more in one than a message holds. */
final class Cursors {

    private static final int DEFAULT_BATCH = 1000;
    private static final long MOST_BYTES = 12 << 20;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final InstantSource clock;

    private static final class Open {
        final String namespace;
        final List<?> results;
        int next;
        Instant used;

        Open(String namespace, List<?> results, Instant used) {
            this.namespace = namespace;
            this.results = results;
            this.used = used;
        }
    }

    Cursors(InstantSource clock) {
        this.clock = clock;
    }

    /** The first batch; what does not fit waits under the cursor's id. */
    Document first(String namespace, List<?> results, int batchSize, boolean only) {
        Open cursor = new Open(namespace, results, clock.instant());
        List<Object> batch = take(cursor, batchSize);
        long id = 0;
        if (!only && cursor.next < results.size()) {
            id = lastId.incrementAndGet();
            open.put(id, cursor);
        }
        return reply("firstBatch", namespace, batch, id);
    }

    Document next(long id, int batchSize) {
        Open cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        synchronized (cursor) {
            cursor.used = clock.instant();
            List<Object> batch = take(cursor, batchSize);
            boolean done = cursor.next >= cursor.results.size();
            if (done) {
                open.remove(id);
            }
            return reply("nextBatch", cursor.namespace, batch, done ? 0 : id);
        }
    }

    boolean kill(long id) {
        return open.remove(id) != null;
    }

    int size() {
        return open.size();
    }

    /** Forgets cursors nobody asked for in a while. */
    void expire() {
        Instant before = clock.instant().minus(KEPT);
        open.values().removeIf(cursor -> cursor.used.isBefore(before));
    }

    static int batchSize(Document options) {
        return options.get("batchSize") instanceof Number size ? size.intValue() : DEFAULT_BATCH;
    }

    private static List<Object> take(Open cursor, int batchSize) {
        List<Object> batch = new ArrayList<>();
        long bytes = 0;
        while (cursor.next < cursor.results.size() && batch.size() < batchSize) {
            Object result = cursor.results.get(cursor.next);
            if (result instanceof Document document) {
                result = new RawDocument(Bson.encode(document));
            }
            bytes += result instanceof RawDocument raw ? raw.bson().length : 0;
            if (bytes > MOST_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(result);
            cursor.next++;
        }
        return batch;
    }

    private static Document reply(String batchName, String namespace, List<Object> batch, long id) {
        Document cursor = new Document(batchName, batch).append("id", id).append("ns", namespace);
        return Replies.ok(new Document("cursor", cursor));
    }
}
