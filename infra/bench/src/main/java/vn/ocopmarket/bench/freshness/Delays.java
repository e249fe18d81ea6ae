package vn.ocopmarket.bench.freshness;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long changes took to be shown, by their kind. */
final class Delays {

    private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    void add(String kind, long delay) {
        nanos.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>()).add(Math.max(0, delay));
    }

    void failed(String why) {
        failures.add(why);
    }

    List<String> failures() {
        return failures;
    }

    List<String> kinds() {
        return nanos.keySet().stream().sorted().toList();
    }

    long[] sorted(String kind) {
        return nanos.getOrDefault(kind, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
