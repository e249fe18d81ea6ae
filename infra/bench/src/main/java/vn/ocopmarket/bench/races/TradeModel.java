package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import vn.ocopmarket.bench.races.Clerk.Level;

/**
 * What the warehouse must hold, in the simplest terms. Who trades with a SKU that is watched closely has it alone meanwhile, so
 * the answer can be foretold; of the others only the sums are known.
 */
final class TradeModel {

    private final Map<String, Level> levels = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> watched = new ConcurrentHashMap<>();

    void add(String sku, long onHand, boolean isWatched) {
        levels.put(sku, new Level(onHand, 0, 0, onHand));
        if (isWatched) {
            watched.put(sku, new ReentrantLock());
        }
    }

    boolean isWatched(String sku) {
        return watched.containsKey(sku);
    }

    /** Sorted. */
    List<String> skus() {
        return levels.keySet().stream().sorted().toList();
    }

    Level level(String sku) {
        return Objects.requireNonNull(levels.get(sku));
    }

    /** Changes what there is by so much. */
    void change(String sku, long onHand, long allocated, long held) {
        levels.computeIfPresent(
                sku, (_, now) -> level(now.onHand() + onHand, now.allocated() + allocated, now.held() + held));
    }

    /** For goods that are to leave: for each SKU so much. */
    boolean hasAvailable(Map<String, Long> wanted) {
        return wanted.entrySet().stream().allMatch(line -> level(line.getKey()).available() >= line.getValue());
    }

    /** Has the watched ones among them alone until the work is done; in one order, so that nobody waits for ever. */
    void alone(Map<String, Long> skus, Runnable work) {
        var locks = new ArrayList<ReentrantLock>();
        new TreeMap<>(skus).keySet().forEach(sku -> {
            if (watched.get(sku) instanceof ReentrantLock lock) {
                lock.lock();
                locks.add(lock);
            }
        });
        try {
            work.run();
        } finally {
            locks.reversed().forEach(ReentrantLock::unlock);
        }
    }

    private static Level level(long onHand, long allocated, long held) {
        return new Level(onHand, allocated, held, onHand - allocated - held);
    }
}
