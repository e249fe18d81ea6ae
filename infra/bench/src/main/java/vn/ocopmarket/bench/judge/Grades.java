package vn.ocopmarket.bench.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well products answer a need.
 *
 * @param byProduct 3 for what was asked for, 2 for nearly that, 1 for what does not annoy; all others are 0
 */
record Grades(Map<Integer, Integer> byProduct) {

    private static final int GOOD = 2;

    Grades {
        byProduct = Map.copyOf(byProduct);
    }

    int of(int product) {
        return byProduct.getOrDefault(product, 0);
    }

    /** In the order of an answer. */
    List<Integer> of(List<Integer> products) {
        return products.stream().map(this::of).toList();
    }

    Grades among(Set<Integer> products) {
        return new Grades(byProduct.entrySet().stream()
                .filter(grade -> products.contains(grade.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    boolean isEmpty() {
        return byProduct.isEmpty();
    }

    /** From which grade on a product counts as found: good ones, or where there are none the best there are. */
    int relevant() {
        return Math.min(
                GOOD,
                byProduct.values().stream().mapToInt(Integer::intValue).max().orElse(GOOD));
    }
}
