package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What every place must hold, in the simplest terms. Who trades with a SKU that is watched closely has it alone meanwhile, so
 * the answer can be foretold, and whose units it means; of the others only the sums are known.
 */
final class TradeModel {

    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final List<String> skus = new ArrayList<>();
    private final Map<String, ReentrantLock> watched = new ConcurrentHashMap<>();

    /** Before anybody trades. */
    void add(String sku, boolean isWatched) {
        skus.add(sku);
        if (isWatched) {
            watched.put(sku, new ReentrantLock());
        }
    }

    boolean isWatched(String sku) {
        return watched.containsKey(sku);
    }

    boolean areWatched(Collection<String> some) {
        return some.stream().allMatch(this::isWatched);
    }

    List<String> skus() {
        return List.copyOf(skus);
    }

    /** What is sold. */
    Shelf shelf(String sku) {
        return shelf(Clerk.WAREHOUSE, sku);
    }

    Shelf shelf(String place, String sku) {
        return shelves.computeIfAbsent(place + "|" + sku, _ -> new Shelf(Carrier.isApart(place)));
    }

    /** Whether so much of each can be taken from a place. */
    boolean hasAvailable(String place, Map<String, Long> wanted) {
        return wanted.entrySet().stream()
                .allMatch(line -> shelf(place, line.getKey()).sum().available() >= line.getValue());
    }

    /** What is taken from a place when so much of each is wanted. */
    Goods first(String place, Map<String, Long> wanted) {
        var taken = new TreeMap<String, Map<Heap, Long>>();
        wanted.forEach((sku, units) -> taken.put(sku, shelf(place, sku).first(units)));
        return new Goods(taken);
    }

    void alone(Collection<String> some, Runnable work) {
        var _ = alone(some, () -> {
            work.run();
            return true;
        });
    }

    /** Has the watched ones among them alone until the work is done; in one order, so that nobody waits for ever. */
    <T> T alone(Collection<String> some, Supplier<T> work) {
        var locks = new ArrayList<ReentrantLock>();
        new TreeSet<>(some).forEach(sku -> {
            if (watched.get(sku) instanceof ReentrantLock lock) {
                lock.lock();
                locks.add(lock);
            }
        });
        try {
            return work.get();
        } finally {
            locks.reversed().forEach(ReentrantLock::unlock);
        }
    }
}
