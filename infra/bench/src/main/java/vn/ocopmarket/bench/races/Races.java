package vn.ocopmarket.bench.races;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs every race and every kill against a market of its own, prints a table, and ends with 0 only when all was as expected.
 * {@code --only TEXT} runs those whose name has the text; {@code --every N} kills after each Nth step only.
 */
public final class Races {

    private static final Map<String, String> SHORT_HOLDS = Map.of("OCOP_CHECKOUT_HOLD", "12s");

    private Races() {}

    /** What the command line asks for. */
    private record Options(String only, int every) {

        static Options parse(String... arguments) {
            var options = new Options("", 1);
            for (var at = 0; at + 1 < arguments.length; at += 2) {
                options = switch (arguments[at]) {
                    case "--only" -> new Options(arguments[at + 1], options.every());
                    case "--every" -> new Options(options.only(), Integer.parseInt(arguments[at + 1]));
                    default -> throw new IllegalArgumentException("usage: infra/bench/races [--only TEXT] [--every N]");
                };
            }
            return options;
        }

        private List<Trial> of(List<Trial> trials) {
            return trials.stream().filter(trial -> trial.name().contains(only)).toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var options = Options.parse(arguments);
        var rows = new ArrayList<Row>();
        rows.addAll(run(options.of(trials(options.every())), Map.of()));
        rows.addAll(run(options.of(List.of(new HoldRunsOut())), SHORT_HOLDS));
        print(rows);
        System.exit(!rows.isEmpty() && rows.stream().allMatch(Row::isRight) ? 0 : 1);
    }

    private static List<Trial> trials(int every) {
        var trials = new ArrayList<Trial>(List.of(
                new LastUnits(500, 50),
                new SameSkuAtOnce(),
                new CrossedCarts(),
                new PaidThreeWays(),
                new PaidByTransfer(),
                new CancelledTogether(),
                new RefundedTogether(),
                new UsedUpVoucher(),
                new HandedOverTogether(),
                new CollectedTogether(),
                new ReturnedTogether(),
                new DroppedTogether(),
                new ReceivedTogether()));
        Stream.of(MoneyDeeds.all(), GoodsDeeds.all())
                .flatMap(List::stream)
                .forEach(deed -> trials.add(new KilledEverywhere(deed, every)));
        return trials;
    }

    private static List<Row> run(List<Trial> trials, Map<String, String> environment) throws Exception {
        if (trials.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        try (var market = new RacingMarket(Path.of(System.getProperty("ocop.home", ".")), environment)) {
            for (var trial : trials) {
                var began = System.nanoTime();
                var row = tried(trial, market);
                rows.add(row);
                System.out.printf(
                        "%s: %s (%d s)%n",
                        row.isRight() ? "as expected" : "WRONG",
                        row.what(),
                        (System.nanoTime() - began) / 1_000_000_000);
                row.wrong().forEach(System.out::println);
            }
        }
        return rows;
    }

    /** What breaks off went wrong; the others are still of interest. */
    private static Row tried(Trial trial, RacingMarket market) {
        try {
            return trial.run(market);
        } catch (IllegalStateException e) {
            return new Row(trial.name(), "an end", "none", List.of(String.valueOf(e.getMessage())));
        } finally {
            var unused = market.steps().end();
        }
    }

    private static void print(List<Row> rows) {
        System.out.println("\n| what | expected | seen | as expected |\n|---|---|---|---|");
        for (var row : rows) {
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    row.what(), row.expected(), row.seen(), row.isRight() ? "yes" : "**no**");
        }
    }
}
