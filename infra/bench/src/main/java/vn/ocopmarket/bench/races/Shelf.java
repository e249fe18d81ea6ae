package vn.ocopmarket.bench.races;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.ocopmarket.bench.races.Clerk.Level;

/** What one place must have of one SKU. */
final class Shelf {

    private final Map<Heap, Level> levels = new EnumMap<>(Heap.class);
    private final Map<Heap, Long> came = new EnumMap<>(Heap.class);

    private final boolean apart;

    /** @param apart whether nobody may have any of it */
    Shelf(boolean apart) {
        this.apart = apart;
    }

    /** So many come; fewer than none leave, but are not sold. */
    synchronized void arrive(Heap heap, long units) {
        came.merge(heap, units, Long::sum);
        change(heap, level -> level.plus(new Level(units, 0, 0, apart ? 0 : units)));
    }

    /** So many more are promised: allocated, or held until somebody pays. */
    synchronized void promise(Heap heap, long allocated, long held) {
        change(heap, level -> level.plus(new Level(0, allocated, held, -allocated - held)));
    }

    /** What was allocated leaves for good. */
    synchronized void sell(Heap heap, long units) {
        change(heap, level -> level.plus(new Level(-units, -units, 0, 0)));
    }

    /** Without those where nothing is. */
    synchronized Map<Heap, Level> levels() {
        var there = new EnumMap<>(levels);
        there.values().removeIf(Level.NONE::equals);
        return there;
    }

    synchronized Level level(Heap heap) {
        return levels.getOrDefault(heap, Level.NONE);
    }

    synchronized Level sum() {
        return levels.values().stream().reduce(Level.NONE, Level::plus);
    }

    /** What came and was not taken away again, sold or not. */
    synchronized long came(Heap heap) {
        return came.getOrDefault(heap, 0L);
    }

    /** Of which heaps so many are taken. What is not there, as others were quicker, is taken of the last: the sum is right. */
    synchronized Map<Heap, Long> first(long units) {
        var taken = new EnumMap<Heap, Long>(Heap.class);
        var missing = units;
        for (var heap : Heap.values()) {
            var part = Math.clamp(level(heap).available(), 0, missing);
            if (part > 0) {
                taken.put(heap, part);
                missing -= part;
            }
        }
        if (missing > 0) {
            taken.merge(Heap.LOOSE_OWNED, missing, Long::sum);
        }
        return taken;
    }

    private void change(Heap heap, UnaryOperator<Level> change) {
        levels.put(heap, change.apply(level(heap)));
    }
}
