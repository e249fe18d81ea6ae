package vn.ocopmarket.bench.growth;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param orders that are to be there before each measurement, ascending
 * @param seconds of every measurement
 * @param heap of the store, which keeps its documents there
 */
record GrowthOptions(Path home, List<Integer> orders, int seconds, String heap) {

    GrowthOptions {
        orders = List.copyOf(orders);
    }

    static GrowthOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = new GrowthOptions(
                Path.of(System.getProperty("ocop.home", ".")), List.of(0, 100_000, 1_000_000), 12, "10g");
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private GrowthOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--orders" -> new GrowthOptions(home, numbers(rest.pop()), seconds, heap);
            case "--seconds" -> new GrowthOptions(home, orders, Integer.parseInt(rest.pop()), heap);
            case "--heap" -> new GrowthOptions(home, orders, seconds, rest.pop());
            default ->
                throw new IllegalArgumentException(
                        "usage: infra/bench/orders [--orders 0,100000,1000000] [--seconds N] [--heap 10g]");
        };
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).sorted().toList();
    }
}
