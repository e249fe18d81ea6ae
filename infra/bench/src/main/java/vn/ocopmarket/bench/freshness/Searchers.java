package vn.ocopmarket.bench.freshness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.DistinctSearch;
import vn.ocopmarket.bench.GeneratedCatalogue;
import vn.ocopmarket.bench.Threads;

/** People who search, so many times a second together, whatever the answers take. */
final class Searchers implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long began = System.nanoTime();

    Searchers(String storefront, List<GeneratedCatalogue.Query> queries, int aSecond) {
        var search = new DistinctSearch(queries);
        for (var number = 0; number < CONNECTIONS; number++) {
            var random = new SplittableRandom(number);
            threads.add(Thread.ofPlatform().start(() -> search(storefront, search, random, aSecond)));
        }
    }

    private void search(String storefront, DistinctSearch search, SplittableRandom random, int aSecond) {
        var pause = 1_000_000_000L * CONNECTIONS / aSecond;
        var next = System.nanoTime() + random.nextLong(pause);
        try (var connection = new Connection(storefront)) {
            while (!stop.get()) {
                LockSupport.parkNanos(next - System.nanoTime());
                var from = System.nanoTime();
                if (from < next) {
                    continue;
                }
                try {
                    search.once(connection, random);
                    latencies.add(System.nanoTime() - from);
                } catch (IOException _) {
                    failed.incrementAndGet();
                }
                next += pause;
            }
        }
    }

    int failed() {
        return failed.get();
    }

    double perSecond() {
        return latencies.size() * 1e9 / (System.nanoTime() - began);
    }

    long[] sortedLatencies() {
        return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Override
    public void close() {
        stop.set(true);
        Threads.join(threads);
    }
}
