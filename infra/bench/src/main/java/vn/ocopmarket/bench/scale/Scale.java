package vn.ocopmarket.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.DirectDistinctSearch;
import vn.ocopmarket.bench.DirectSearch;
import vn.ocopmarket.bench.DistinctSearch;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.bench.GeneratedCatalogue;
import vn.ocopmarket.bench.Load;
import vn.ocopmarket.bench.Measured;
import vn.ocopmarket.bench.Processes;
import vn.ocopmarket.bench.Report;
import vn.ocopmarket.bench.Search;
import vn.ocopmarket.bench.Words;
import vn.ocopmarket.bench.source.DirectFilling;
import vn.ocopmarket.bench.source.GeneratedRecords;
import vn.ocopmarket.bench.source.LiveIndex;
import vn.ocopmarket.standalone.RunningMarket;

/**
 * Measures searches with more and more products. The index is filled directly and searched through the storefront. Ends with 1 when a search costs more than wanted of the same on Elasticsearch itself.
 */
public final class Scale {

    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final double WANTED_RATIO = 1.3;

    private final ScaleOptions options;
    private final RunningMarket market;
    private final Report report = new Report();
    private final List<ScaleTable.Row> rows = new ArrayList<>();

    private Scale(ScaleOptions options, RunningMarket market) {
        this.options = options;
        this.market = market;
    }

    public static void main(String[] arguments) throws Exception {
        var options = ScaleOptions.parse(arguments);
        var data = Files.createTempDirectory("ocop-scale-");
        boolean isFine;
        try (var market = RunningMarket.start(
                options.home(),
                data,
                List.of("--no-sample-data"),
                Map.of(
                        "OCOP_AOT_CACHE",
                        "read",
                        "OCOP_WITHOUT",
                        "search-indexer",
                        "OCOP_ELASTICSEARCH_HEAP",
                        options.heap()))) {
            isFine = new Scale(options, market).run();
        } finally {
            Folders.delete(data);
        }
        System.exit(isFine ? 0 : 1);
    }

    private boolean run() throws Exception {
        var records = new GeneratedRecords(Words.ocop(), LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        report.title("Searches by the number of products");
        report.line(
                "%s s each at %d connections after a warm-up; Elasticsearch has %s of heap; no indexer runs: the index is filled"
                                .formatted(options.seconds(), CONNECTIONS, options.heap())
                        + " with documents made by its projection and mapping from generated records.");
        report.line("");
        var filling = new DirectFilling(market.elasticsearch(), records);
        for (var products : options.products()) {
            fill(filling, products);
            measure(products);
            ScaleTable.lines(rows.getLast()).forEach(System.out::println);
        }
        report.line("");
        ScaleTable.lines(rows).forEach(report::line);
        report.line("");
        report.line("- load average of the machine over the last 5 minutes: " + Processes.loadOverFiveMinutes());
        return rows.stream().allMatch(row -> row.ratio() <= WANTED_RATIO);
    }

    private void fill(DirectFilling filling, int products) throws Exception {
        var began = System.nanoTime();
        filling.fill(products);
        filling.publish(products);
        var took = Duration.ofNanos(System.nanoTime() - began);
        new LiveIndex(market.elasticsearch()).awaitRest();
        report.line("- %,d products: filled in %s, %.0f a second"
                .formatted(products, Report.seconds(took), products * 1e9 / took.toNanos()));
    }

    private List<String> captured(List<byte[]> searches) throws IOException, InterruptedException {
        return DirectSearch.capture(
                searches,
                market.storefront(),
                market.elasticsearch(),
                market.data().resolve("logs/embedded-elasticsearch.log"));
    }

    /** All code is compiled after the first table; what is left to warm is the new index. */
    private void warm(Measured one) throws InterruptedException {
        if (rows.isEmpty()) {
            one.warmUp(CONNECTIONS);
        } else {
            var unused = one.load().run(one.scenario(), CONNECTIONS, WARM_UP);
        }
    }

    private void measure(int products) throws Exception {
        var index = new LiveIndex(market.elasticsearch());
        if (index.documents() != products) {
            throw new IllegalStateException(index.documents() + " documents instead of " + products);
        }
        var processes = new Processes(market.pids());
        var storefront = new Load(market.storefront(), processes);
        var queries = new GeneratedCatalogue(Words.ocop(), products, LocalDate.EPOCH).queries();
        var search = Search.of(queries);
        var distinct = new DistinctSearch(queries);
        var elasticsearch = new Load(market.elasticsearch(), processes);
        var all = List.of(
                new Measured(storefront, search),
                new Measured(elasticsearch, DirectSearch.of(captured(search.requests()))),
                new Measured(storefront, distinct),
                new Measured(elasticsearch, new DirectDistinctSearch(captured(distinct.marked()))));
        for (var one : all) {
            warm(one);
        }
        System.out.printf("<!-- %,d products: warm -->%n", products);
        var results = Measured.inTurns(all, CONNECTIONS, Duration.ofSeconds(options.seconds()));
        rows.add(new ScaleTable.Row(
                products,
                results.get(0),
                results.get(1),
                results.get(2),
                results.get(3),
                index.megabytes(),
                index.segments(),
                processes.memoryMegabytes()));
    }
}
