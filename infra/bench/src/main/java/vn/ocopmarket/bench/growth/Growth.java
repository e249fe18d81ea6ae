package vn.ocopmarket.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.bench.Checkout;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.FilledMarket;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.bench.Load;
import vn.ocopmarket.bench.Measured;
import vn.ocopmarket.bench.Processes;
import vn.ocopmarket.bench.Report;
import vn.ocopmarket.bench.Words;
import vn.ocopmarket.standalone.RunningMarket;

/** Measures whole checkouts, and reading an order, with more and more orders in the store. */
public final class Growth {

    private static final int PRODUCTS = 1_000;
    private static final int[] CONNECTIONS = {8, 32};
    private static final int READ = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final GrowthOptions options;
    private final RunningMarket market;
    private final Report report = new Report();

    private Growth(GrowthOptions options, RunningMarket market) {
        this.options = options;
        this.market = market;
    }

    public static void main(String[] arguments) throws Exception {
        var options = GrowthOptions.parse(arguments);
        var data = Files.createTempDirectory("ocop-growth-");
        try (var market = RunningMarket.start(
                options.home(),
                data,
                List.of("--no-sample-data"),
                Map.of("OCOP_AOT_CACHE", "read", "OCOP_MONGO_HEAP", options.heap()))) {
            new Growth(options, market).run();
        } finally {
            Folders.delete(data);
        }
    }

    private void run() throws Exception {
        report.title("Checkouts by the number of orders");
        report.line("%d s each after a warm-up; the embedded store has %s of heap."
                .formatted(options.seconds(), options.heap()));
        report.line("");
        var filled = new FilledMarket(market, Words.ocop(), PRODUCTS);
        var unused = filled.fill();
        var checkout = Checkout.toHanoi(filled.sellableSkus());
        var placed = place(checkout);
        var load = new Load(market.storefront(), new Processes(market.pids()));
        var both = List.of(new Measured(load, checkout), new Measured(load, OrderPage.of(paths(placed))));
        both.getFirst().warmUp(CONNECTIONS[0]);
        both.getLast().warmUp(CONNECTIONS[0]);
        try (var old = new OldOrders(market.mongo())) {
            for (var orders : options.orders()) {
                fill(old, placed.getFirst().at("/order/id").asString(), orders);
                measure(both);
            }
            report.line("- in the end: " + old.counts());
        }
    }

    private void fill(OldOrders old, String orderId, int orders) throws InterruptedException {
        var began = System.nanoTime();
        old.fill(orderId, orders);
        report.line("");
        report.line("## %,d orders, filled in %s"
                .formatted(old.count(), Report.seconds(Duration.ofNanos(System.nanoTime() - began))));
    }

    private void measure(List<Measured> both) throws InterruptedException {
        for (var one : both) {
            var unused = one.load().run(one.scenario(), CONNECTIONS[0], WARM_UP);
        }
        report.tableOfLoads();
        for (var connections : CONNECTIONS) {
            Measured.inTurns(both, connections, Duration.ofSeconds(options.seconds()))
                    .forEach(report::load);
        }
        report.line("");
        report.line("| memory (proportional set size) | MB | of these |");
        report.line("|---|---|---|");
        report.memory("now", new Processes(market.pids()).memoryMegabytes());
    }

    /** Some orders, as their buyers were answered. */
    private List<JsonNode> place(Checkout checkout) throws IOException {
        var placed = new ArrayList<JsonNode>();
        var random = RandomGenerator.getDefault();
        try (var connection = new Connection(market.storefront())) {
            while (placed.size() < READ) {
                placed.add(checkout.placed(connection, random));
            }
        }
        return placed;
    }

    private static List<String> paths(List<JsonNode> placed) {
        return placed.stream()
                .map(answer -> answer.path("trackingUrl").asString())
                .map(link -> "/api/v1" + link.substring(link.indexOf("/orders/")))
                .toList();
    }
}
