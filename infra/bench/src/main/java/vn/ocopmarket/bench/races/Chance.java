package vn.ocopmarket.bench.races;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What one trader does next; the same seed asks for the same things, which come to the same as far as others let them. */
final class Chance {

    private static final int MOST_SKUS = 3;
    private static final int MOST_UNITS = 4;

    private final TradeModel model;
    private final int number;
    private final SplittableRandom random;
    private volatile int operation;

    Chance(TradeModel model, int number, long seed) {
        this.model = model;
        this.number = number;
        this.random = new SplittableRandom(seed + number);
    }

    /** Begins the next thing. */
    void next(int which) {
        operation = which;
    }

    /** How many things were begun. */
    int operations() {
        return operation;
    }

    /** Of the thing that was begun last. */
    String key() {
        return "trade-" + number + "-" + operation;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int bound) {
        return random.nextInt(least, bound);
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    Heap heap() {
        return of(List.of(Heap.values()));
    }

    String watchedSku() {
        return of(model.skus().stream().filter(model::isWatched).toList());
    }

    TreeMap<String, Long> basket() {
        return basket(model.skus());
    }

    /** Some units of some of these SKUs. */
    TreeMap<String, Long> basket(Collection<String> skus) {
        var all = skus.stream().sorted().toList();
        var basket = new TreeMap<String, Long>();
        for (var line = random.nextInt(1, MOST_SKUS + 1); line > 0; line--) {
            basket.put(of(all), random.nextLong(1, MOST_UNITS + 1));
        }
        return basket;
    }
}
