package vn.ocopmarket.bench.freshness;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param changes how many are made
 * @param products how many there are
 * @param searches how many a second run meanwhile
 */
record FreshnessOptions(Path home, int changes, int products, int searches) {

    static FreshnessOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = new FreshnessOptions(Path.of(System.getProperty("ocop.home", ".")), 10_000, 10_000, 50);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private FreshnessOptions with(String option, ArrayDeque<String> rest) {
        return switch (option) {
            case "--changes" -> new FreshnessOptions(home, Integer.parseInt(rest.pop()), products, searches);
            case "--products" -> new FreshnessOptions(home, changes, Integer.parseInt(rest.pop()), searches);
            case "--searches" -> new FreshnessOptions(home, changes, products, Integer.parseInt(rest.pop()));
            default ->
                throw new IllegalArgumentException(
                        "usage: infra/bench/freshness [--changes N] [--products N] [--searches N]");
        };
    }
}
