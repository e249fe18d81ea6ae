package vn.ocopmarket.bench.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Json;
import vn.ocopmarket.bench.Requests;
import vn.ocopmarket.bench.Threads;

/** People who search for the same things again and again, and notice when an answer fails or is not the one it was. */
final class Readers implements AutoCloseable {

    private static final int SHOWN = 10;

    private final String storefront;
    private final Map<String, Long> totals = new TreeMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final List<String> noticed = new CopyOnWriteArrayList<>();

    Readers(String storefront) {
        this.storefront = storefront;
    }

    /** Notes how many each question finds now, and begins to ask. */
    void start(List<String> questions, int readers) throws IOException {
        try (var connection = new Connection(storefront)) {
            for (var question : questions) {
                totals.put(question, total(connection.send(request(question))));
            }
        }
        for (var reader = 0; reader < readers; reader++) {
            var first = reader;
            threads.add(Thread.ofPlatform().start(() -> read(first)));
        }
    }

    private void read(int first) {
        var questions = List.copyOf(totals.keySet());
        try (var connection = new Connection(storefront)) {
            for (var turn = first; !stop.get(); turn++) {
                ask(connection, questions.get(turn % questions.size()));
            }
        }
    }

    private void ask(Connection connection, String question) {
        var began = System.nanoTime();
        try {
            var answer = connection.send(request(question));
            latencies.add(System.nanoTime() - began);
            long wanted = totals.getOrDefault(question, 0L);
            if (answer.status() != 200
                    || total(answer) != wanted
                    || Json.tree(answer).path("items").isEmpty()) {
                notice(question + " answered " + answer.status() + " instead of " + wanted + " hits: " + answer.text());
            }
        } catch (IOException e) {
            notice(question + ": " + e);
        }
    }

    private void notice(String what) {
        noticed.add(what.substring(0, Math.min(what.length(), 300)));
    }

    /** What readers noticed, nothing when all is well. */
    List<String> noticed() {
        return noticed.stream().limit(SHOWN).toList();
    }

    Map<String, Long> totals() {
        return totals;
    }

    long[] sortedLatencies() {
        return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static byte[] request(String question) {
        return Requests.get("/api/v1/products?limit=20&" + question);
    }

    private static long total(Connection.Answer answer) throws IOException {
        return Json.tree(answer).path("total").path("value").asLong();
    }

    @Override
    public void close() {
        stop.set(true);
        Threads.join(threads);
    }
}
