package vn.ocopmarket.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.standalone.RunningMarket;

/** Starts a market with generated products on this machine, measures it, and writes a table. */
public final class Bench {

    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final int[] CONNECTIONS = {8, 32};
    /** The first of the scenarios; they are measured in turns. */
    private static final int SEARCHES = 4;

    private static final int RACE_BUYERS = 200;

    private final BenchOptions options;
    private final RunningMarket market;
    private final Report report = new Report();
    private final Processes processes;

    private Bench(BenchOptions options, RunningMarket market) {
        this.options = options;
        this.market = market;
        this.processes = new Processes(market.pids());
    }

    public static void main(String[] arguments) throws Exception {
        var options = BenchOptions.parse(arguments);
        var data = Files.createTempDirectory("ocop-bench-");
        try (var market = RunningMarket.start(
                options.home(), data, List.of("--no-sample-data"), Map.of("OCOP_AOT_CACHE", "read"))) {
            new Bench(options, market).run();
        } finally {
            Folders.delete(data);
        }
    }

    private void run() throws Exception {
        report.title(options.peers() ? "Catalogue and queries of the peers" : "Generated products of the programme");
        report.line(
                "%s, %d processors, %d products, %d s each after a warm-up; CPU is user and system time of the processes."
                        .formatted(
                                LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES),
                                Runtime.getRuntime().availableProcessors(),
                                options.products(),
                                options.seconds()));
        report.line("");
        market.said().stream().filter(line -> line.contains("ready")).forEach(line -> report.line("- " + line.strip()));
        Thread.sleep(SETTLE);
        var idle = processes.memoryMegabytes();
        var filled = new FilledMarket(market, options.peers() ? Words.peers() : Words.ocop(), options.products());
        var filling = filled.fill();
        report.line("- import of %d products: accepted after %s, the last one searchable after %s"
                .formatted(
                        options.products(), Report.seconds(filling.imported()), Report.seconds(filling.searchable())));
        measure(filled);
        var busy = processes.memoryMegabytes();
        race(filled);
        report.line("- load average of the machine over the last 5 minutes: " + Processes.loadOverFiveMinutes());
        report.line("");
        report.line("| memory (proportional set size) | MB | of these |");
        report.line("|---|---|---|");
        report.memory("idle, empty", idle);
        report.memory("after the load", busy);
        if (options.report().isPresent()) {
            Files.createDirectories(options.report().get().toAbsolutePath().getParent());
            Files.writeString(options.report().get(), report.text());
        }
    }

    private void measure(FilledMarket filled) throws IOException, InterruptedException {
        var storefront = new Load(market.storefront(), processes);
        var search = Search.of(filled.catalogue().queries());
        var skus = filled.sellableSkus();
        var distinct = new DistinctSearch(filled.catalogue().queries());
        var elasticsearch = new Load(market.elasticsearch(), processes);
        var all = List.of(
                new Measured(storefront, search),
                new Measured(elasticsearch, DirectSearch.of(captured(search.requests()))),
                new Measured(storefront, distinct),
                new Measured(elasticsearch, new DirectDistinctSearch(captured(distinct.marked()))),
                new Measured(storefront, ProductPage.of(filled.productIds())),
                new Measured(storefront, new AddToCart(skus)),
                new Measured(storefront, Checkout.toHanoi(skus)));
        // All are warmed before any is measured: what runs later would else look better for it.
        for (var one : all) {
            one.warmUp(CONNECTIONS[0]);
        }
        report.tableOfLoads();
        var ratios = new ArrayList<String>();
        for (var connections : CONNECTIONS) {
            var searches = measure(all.subList(0, SEARCHES), connections);
            ratios.add("%.2f, no two alike %.2f (%d connections)"
                    .formatted(
                            ratio(searches.get(0), searches.get(1)),
                            ratio(searches.get(2), searches.get(3)),
                            connections));
        }
        for (var one : all.subList(SEARCHES, all.size())) {
            for (var connections : CONNECTIONS) {
                var unused = measure(List.of(one), connections);
            }
        }
        report.line("");
        report.line("- a search costs %s times the same on Elasticsearch itself".formatted(String.join("; ", ratios)));
    }

    private List<String> captured(List<byte[]> searches) throws IOException, InterruptedException {
        var captured = DirectSearch.capture(
                searches,
                market.storefront(),
                market.elasticsearch(),
                market.data().resolve("logs/embedded-elasticsearch.log"));
        report.line("- %d searches reach Elasticsearch as %d".formatted(searches.size(), captured.size()));
        return captured;
    }

    private static double ratio(Load.Result search, Load.Result direct) {
        return search.cpuMillisPerOperation() / direct.cpuMillisPerOperation();
    }

    private List<Load.Result> measure(List<Measured> together, int connections) throws InterruptedException {
        var results = Measured.inTurns(together, connections, Duration.ofSeconds(options.seconds()));
        results.forEach(report::load);
        return results;
    }

    private void race(FilledMarket filled) throws Exception {
        var skus = filled.sellableSkus();
        report.line("");
        for (var number = 0; number < 3; number++) {
            var outcome = new Race(market.storefront(), filled.officer())
                    .run(GeneratedCatalogue.sku(number), RACE_BUYERS, Checkout.toHanoi(skus));
            report.line("- race: %d buyers at once for the last %d units: answers %s in %s; afterwards %s"
                    .formatted(
                            outcome.buyers(),
                            FilledMarket.RACE_UNITS,
                            outcome.answers(),
                            Report.seconds(outcome.took()),
                            outcome.levels()));
        }
    }
}
