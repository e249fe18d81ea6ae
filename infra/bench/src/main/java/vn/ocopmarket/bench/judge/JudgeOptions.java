package vn.ocopmarket.bench.judge;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param at address of a storefront that runs; without it a market is started
 * @param queries file for what became of every single query
 * @param check end with 1 when the figures are below the bar
 */
record JudgeOptions(Path home, Optional<String> at, Optional<Path> queries, boolean check) {

    static JudgeOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var home = Path.of(System.getProperty("ocop.home", "."));
        var options = new JudgeOptions(home, Optional.empty(), Optional.empty(), false);
        while (!rest.isEmpty()) {
            options = switch (rest.pop()) {
                case "--at" -> new JudgeOptions(home, Optional.of(rest.pop()), options.queries, options.check);
                case "--queries" -> new JudgeOptions(home, options.at, Optional.of(Path.of(rest.pop())), options.check);
                case "--check" -> new JudgeOptions(home, options.at, options.queries, true);
                default ->
                    throw new IllegalArgumentException(
                            "usage: infra/bench/judge [--at STOREFRONT] [--queries FILE] [--check]");
            };
        }
        return options;
    }
}
