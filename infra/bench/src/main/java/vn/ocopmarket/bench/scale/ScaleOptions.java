package vn.ocopmarket.bench.scale;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param products how many, one table for each
 * @param seconds of every measurement
 * @param heap of Elasticsearch, as a JVM takes it
 */
record ScaleOptions(Path home, List<Integer> products, int seconds, String heap) {

    static ScaleOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = new ScaleOptions(
                Path.of(System.getProperty("ocop.home", ".")), List.of(10_000, 200_000, 1_000_000), 12, "3g");
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private ScaleOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--products" ->
                new ScaleOptions(
                        home,
                        Arrays.stream(rest.pop().split(","))
                                .map(Integer::valueOf)
                                .toList(),
                        seconds,
                        heap);
            case "--seconds" -> new ScaleOptions(home, products, Integer.parseInt(rest.pop()), heap);
            case "--heap" -> new ScaleOptions(home, products, seconds, rest.pop());
            default ->
                throw new IllegalArgumentException(
                        "usage: infra/bench/scale [--products N,N,…] [--seconds N] [--heap 3g]");
        };
    }
}
