package vn.ocopmarket.bench.races;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Units by SKU and heap; of none there are no units. */
record Goods(Map<String, Map<Heap, Long>> bySku) {

    Goods {
        bySku = Map.copyOf(bySku);
    }

    /** Something to be done with each. */
    interface Each {
        void take(String sku, Heap heap, long units);
    }

    Set<String> skus() {
        return bySku.keySet();
    }

    void each(Each each) {
        bySku.forEach((sku, heaps) -> heaps.forEach((heap, units) -> each.take(sku, heap, units)));
    }

    /** Of each SKU, whosever they are. */
    Map<String, Long> units() {
        var units = new TreeMap<String, Long>();
        each((sku, _, some) -> units.merge(sku, some, Long::sum));
        return units;
    }

    long number() {
        return units().values().stream().mapToLong(Long::longValue).sum();
    }

    boolean has(Map<String, Long> wanted) {
        var there = units();
        return wanted.entrySet().stream().allMatch(line -> line.getValue() <= there.getOrDefault(line.getKey(), 0L));
    }

    /** So many of each, those that would leave last; there have to be so many. */
    Goods last(Map<String, Long> wanted) {
        var chosen = new TreeMap<String, Map<Heap, Long>>();
        wanted.forEach((sku, units) -> {
            var heaps = new EnumMap<>(Objects.requireNonNull(bySku.get(sku)));
            var some = new EnumMap<Heap, Long>(Heap.class);
            var missing = units.longValue();
            for (var number = Heap.values().length - 1; number >= 0; number--) {
                var heap = Heap.values()[number];
                var part = Math.min(missing, heaps.getOrDefault(heap, 0L));
                if (part > 0) {
                    some.put(heap, part);
                    missing -= part;
                }
            }
            chosen.put(sku, some);
        });
        return new Goods(chosen);
    }

    Goods without(Goods others) {
        var left = new TreeMap<String, Map<Heap, Long>>();
        each((sku, heap, units) -> {
            var gone = others.bySku.getOrDefault(sku, Map.of()).getOrDefault(heap, 0L);
            if (units > gone) {
                left.computeIfAbsent(sku, _ -> new EnumMap<>(Heap.class)).put(heap, units - gone);
            }
        });
        return new Goods(left);
    }
}
