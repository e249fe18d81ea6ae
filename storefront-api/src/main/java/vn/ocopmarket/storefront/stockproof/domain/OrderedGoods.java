package vn.ocopmarket.storefront.stockproof.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an order says of its goods, to be compared with what stock was promised to it.
 *
 * @param quantities ordered, by SKU
 * @param places of what is on the shelf, by level
 */
public record OrderedGoods(Stage stage, Map<String, Long> quantities, Map<String, Long> places) {

    public OrderedGoods {
        quantities = Map.copyOf(quantities);
        places = Map.copyOf(places);
    }

    /** Where the goods of an order are meant to be. */
    public enum Stage {
        /** Stock may be on its way to the order. */
        TAKING,
        /** The order waits for its payment while its hold lasts. */
        HOLDING,
        /** The order has its goods, and they are on the shelf. */
        ALLOCATED,
        /** The goods left. */
        LEFT,
        /** Nothing is the order's any more. */
        ENDED
    }

    /** What makes it right without taking anything from anybody. */
    public enum Remedy {
        RELEASE,
        HAND_OVER,
        ALLOCATE,
        /** The order says which goods it has. */
        TELL,
        /** A person has to look. */
        NONE
    }

    /**
     * What was promised of one SKU.
     *
     * @param places where it is allocated, by level
     */
    public record Promised(long allocated, long held, Map<String, Long> places) {

        public static final Promised NOTHING = new Promised(0, 0, Map.of());

        public Promised {
            places = Map.copyOf(places);
        }

        /** At one level. */
        public static Promised at(String levelId, long allocated, long held) {
            return new Promised(allocated, held, allocated == 0 ? Map.of() : Map.of(levelId, allocated));
        }

        public Promised plus(Promised other) {
            var both = new HashMap<>(places);
            other.places.forEach((level, units) -> both.merge(level, units, Math::addExact));
            return new Promised(allocated + other.allocated, held + other.held, both);
        }

        long all() {
            return allocated + held;
        }
    }

    /** One SKU of which too much or too little is promised. */
    public record Finding(String sku, String rule, long expected, long found, Remedy remedy) {}

    /** Where order and stock disagree; empty when they do not. */
    public List<Finding> compare(Map<String, Promised> promised) {
        var skus = new TreeSet<>(quantities.keySet());
        skus.addAll(promised.keySet());
        return skus.stream()
                .map(sku -> judge(sku, promised.getOrDefault(sku, Promised.NOTHING)))
                .flatMap(Collection::stream)
                .toList();
    }

    private List<Finding> judge(String sku, Promised promised) {
        long ordered = quantities.getOrDefault(sku, 0L);
        return switch (stage) {
            case TAKING -> unless(promised.all() <= ordered, sku, "promised ≤ ordered", ordered, promised.all());
            case HOLDING -> unless(promised.all() == ordered, sku, "promised = ordered", ordered, promised.all());
            case ALLOCATED -> allocated(sku, ordered, promised);
            case LEFT ->
                promised.allocated() == 0
                        ? List.of()
                        : finding(sku, "nothing allocated after it left", 0, promised.allocated(), Remedy.HAND_OVER);
            case ENDED ->
                promised.all() == 0
                        ? List.of()
                        : finding(sku, "nothing promised after it ended", 0, promised.all(), Remedy.RELEASE);
        };
    }

    /** What has a part of its goods is left alone: a claim that cannot be met in full gives back the part. */
    private List<Finding> allocated(String sku, long ordered, Promised promised) {
        var allocated = promised.allocated();
        if (allocated == ordered) {
            var there = where(promised);
            return there == ordered
                    ? List.of()
                    : finding(sku, "allocated where the order says", ordered, there, Remedy.TELL);
        }
        return finding(sku, "allocated = ordered", ordered, allocated, allocated == 0 ? Remedy.ALLOCATE : Remedy.NONE);
    }

    /** How much of it is where the order believes it to be. */
    private long where(Promised promised) {
        return promised.places().entrySet().stream()
                .mapToLong(each -> Math.min(each.getValue(), places.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    private static List<Finding> unless(boolean sound, String sku, String rule, long expected, long found) {
        return sound ? List.of() : finding(sku, rule, expected, found, Remedy.NONE);
    }

    private static List<Finding> finding(String sku, String rule, long expected, long found, Remedy remedy) {
        return List.of(new Finding(sku, rule, expected, found, remedy));
    }
}
