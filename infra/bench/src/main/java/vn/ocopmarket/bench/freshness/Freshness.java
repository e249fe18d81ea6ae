package vn.ocopmarket.bench.freshness;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.bench.FilledMarket;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.bench.GeneratedCatalogue;
import vn.ocopmarket.bench.Processes;
import vn.ocopmarket.bench.Report;
import vn.ocopmarket.bench.Words;
import vn.ocopmarket.standalone.RunningMarket;

/**
 * Changes prices and stock through the APIs of a whole market while people search it, and measures from each acknowledged
 * change to the first search that shows it. Ends with 1 when more than one in a hundred takes longer than wanted.
 */
public final class Freshness {

    private static final int CHANGERS = 24;
    private static final int PRODUCTS_EACH = 20;
    private static final double WANTED_P99_MILLIS = 1_500;

    private final FreshnessOptions options;
    private final RunningMarket market;
    private final Report report = new Report();
    private final Delays delays = new Delays();
    private final FilledMarket filled;

    private Freshness(FreshnessOptions options, RunningMarket market) {
        this.options = options;
        this.market = market;
        this.filled = new FilledMarket(market, Words.ocop(), options.products());
    }

    public static void main(String[] arguments) throws Exception {
        var options = FreshnessOptions.parse(arguments);
        var data = Files.createTempDirectory("ocop-freshness-");
        boolean isFresh;
        try (var market = RunningMarket.start(
                options.home(), data, List.of("--no-sample-data"), Map.of("OCOP_AOT_CACHE", "read"))) {
            isFresh = new Freshness(options, market).run();
        } finally {
            Folders.delete(data);
        }
        System.exit(isFresh ? 0 : 1);
    }

    private boolean run() throws Exception {
        var unused = filled.fill();
        report.title("From the acknowledged change to the first search that shows it");
        var began = System.nanoTime();
        try (var searchers =
                        new Searchers(market.storefront(), filled.catalogue().queries(), options.searches());
                var watch = new Watch(market.elasticsearch())) {
            change(watch);
            var seconds = (System.nanoTime() - began) / 1e9;
            report.line(
                    "%,d changes in %.0f s among %,d products, by %d who each change the next when the last is shown;"
                            .formatted(options.changes(), seconds, options.products(), CHANGERS));
            report.line("searches meanwhile: %.1f a second, %d failed; the index was looked at %.0f times a second."
                    .formatted(searchers.perSecond(), searchers.failed(), watch.looks() / seconds));
            report.line("");
            table(searchers);
        }
        report.line("");
        report.line("- load average of the machine over the last 5 minutes: " + Processes.loadOverFiveMinutes());
        delays.failures().forEach(failure -> report.line("- FAILED: " + failure));
        return delays.failures().isEmpty()
                && delays.kinds().stream()
                        .allMatch(kind -> Delays.millis(delays.sorted(kind), 0.99) <= WANTED_P99_MILLIS);
    }

    private void table(Searchers searchers) {
        report.line("| change | number | p50 ms | p95 ms | p99 ms | slowest ms |");
        report.line("|---|---|---|---|---|---|");
        delays.kinds().forEach(kind -> row(kind, delays.sorted(kind)));
        row("a search meanwhile", searchers.sortedLatencies());
    }

    private void row(String what, long... sorted) {
        report.line(String.format(
                Locale.ROOT,
                "| %s | %,d | %.0f | %.0f | **%.0f** | %.0f |",
                what,
                sorted.length,
                Delays.millis(sorted, 0.50),
                Delays.millis(sorted, 0.95),
                Delays.millis(sorted, 0.99),
                Delays.millis(sorted, 1)));
    }

    private void change(Watch watch) throws IOException, InterruptedException {
        var left = new AtomicInteger(options.changes());
        var changers = new ArrayList<Changer>();
        for (var number = 0; number < CHANGERS; number++) {
            var changer = new Changer(
                    market, filled.officer().api().token(), watch, delays, left, own(number * PRODUCTS_EACH));
            changers.add(changer);
        }
        changers.forEach(Thread::start);
        for (var changer : changers) {
            changer.join();
        }
    }

    /** After the ones that are kept for races; emptied, so that stock comes and goes. */
    private List<Changer.Own> own(int from) {
        return IntStream.range(from, from + PRODUCTS_EACH)
                .map(number -> number + 100)
                .mapToObj(number -> filled.officer().product(GeneratedCatalogue.sku(number)))
                .peek(product -> empty(product.at("/variants/0/sku").asString()))
                .map(product -> new Changer.Own((ObjectNode) product))
                .toList();
    }

    private void empty(String sku) {
        filled.officer()
                .api()
                .ensure(
                        market.storefront() + "/api/v1/stock/adjustments",
                        "bench-empty-" + sku,
                        Map.of(
                                "locationId",
                                FilledMarket.WAREHOUSE,
                                "sku",
                                sku,
                                "difference",
                                -1_000_000,
                                "reason",
                                "CORRECTION"));
    }
}
