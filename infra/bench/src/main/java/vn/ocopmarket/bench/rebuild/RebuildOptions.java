package vn.ocopmarket.bench.rebuild;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param searchers how many search at the same time, one after the other
 */
record RebuildOptions(Path home, int products, int searchers) {

    static RebuildOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options = new RebuildOptions(Path.of(System.getProperty("ocop.home", ".")), 200_000, 2);
        while (!rest.isEmpty()) {
            options = switch (rest.pop()) {
                case "--products" -> new RebuildOptions(options.home, Integer.parseInt(rest.pop()), options.searchers);
                case "--searchers" -> new RebuildOptions(options.home, options.products, Integer.parseInt(rest.pop()));
                default ->
                    throw new IllegalArgumentException("usage: infra/bench/rebuild [--products N] [--searchers N]");
            };
        }
        return options;
    }
}
