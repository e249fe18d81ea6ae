package vn.ocopmarket.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param home root of the built source tree
 * @param products how many to generate
 * @param seconds of every measurement
 * @param peers use the catalogue and queries that peers were measured with
 * @param report file for the table; the standard output otherwise
 */
record BenchOptions(Path home, int products, int seconds, boolean peers, Optional<Path> report) {

    static BenchOptions parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var options =
                new BenchOptions(Path.of(System.getProperty("ocop.home", ".")), 10_000, 15, false, Optional.empty());
        while (!rest.isEmpty()) {
            options = switch (rest.pop()) {
                case "--products" -> options.withProducts(Integer.parseInt(rest.pop()));
                case "--seconds" -> options.withSeconds(Integer.parseInt(rest.pop()));
                case "--peers" -> options.withPeers();
                case "--report" -> options.withReport(Path.of(rest.pop()));
                default ->
                    throw new IllegalArgumentException(
                            "usage: infra/bench/run [--products N] [--seconds N] [--peers] [--report FILE]");
            };
        }
        return options;
    }

    private BenchOptions withProducts(int more) {
        return new BenchOptions(home, more, seconds, peers, report);
    }

    private BenchOptions withSeconds(int longer) {
        return new BenchOptions(home, products, longer, peers, report);
    }

    private BenchOptions withPeers() {
        return new BenchOptions(home, products, seconds, true, report);
    }

    private BenchOptions withReport(Path file) {
        return new BenchOptions(home, products, seconds, peers, Optional.of(file));
    }
}
