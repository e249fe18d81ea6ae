package vn.ocopmarket.bench.rebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.bench.Folders;
import vn.ocopmarket.bench.Processes;
import vn.ocopmarket.bench.Report;
import vn.ocopmarket.bench.Words;
import vn.ocopmarket.bench.source.GeneratedRecords;
import vn.ocopmarket.bench.source.GeneratedSource;
import vn.ocopmarket.bench.source.LiveIndex;
import vn.ocopmarket.bench.source.OwnIndexer;
import vn.ocopmarket.standalone.RunningMarket;

/**
 * Makes the index anew while people search and products change, kills the indexer that does it half-way, and looks whether the
 * other one goes on with it. Ends with 1 when a reader noticed, when something was lost, or when something old won.
 */
public final class Rebuild {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final RebuildOptions options;
    private final RunningMarket market;
    private final GeneratedSource source;
    private final LiveIndex index;
    private final Report report = new Report();
    private final List<String> wrong = new ArrayList<>();

    private Rebuild(RebuildOptions options, RunningMarket market, GeneratedSource source) {
        this.options = options;
        this.market = market;
        this.source = source;
        this.index = new LiveIndex(market.elasticsearch());
    }

    public static void main(String[] arguments) throws Exception {
        var options = RebuildOptions.parse(arguments);
        var data = Files.createTempDirectory("ocop-rebuild-");
        var records = new GeneratedRecords(Words.ocop(), LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        List<String> wrong;
        try (var market = RunningMarket.start(
                        options.home(),
                        data,
                        List.of("--no-sample-data"),
                        Map.of("OCOP_AOT_CACHE", "read", "OCOP_WITHOUT", "search-indexer"));
                var source = new GeneratedSource(records)) {
            wrong = new Rebuild(options, market, source).run(records);
        } finally {
            Folders.delete(data);
        }
        wrong.forEach(System.out::println);
        System.out.println(wrong.isEmpty() ? "no reader noticed, nothing lost, nothing old won" : "WRONG");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private List<String> run(GeneratedRecords records) throws Exception {
        report.title("A rebuild of %,d products under search load, killed half-way".formatted(options.products()));
        report.line("| what | |");
        report.line("|---|---|");
        try (var first = indexer("first");
                var second = indexer("second");
                var ofFirst = new Memory(first);
                var ofSecond = new Memory(second)) {
            source.resize(options.products());
            row("first filling, nothing else going on", Report.seconds(timed(first::rebuild)));
            interrupted(first, second, records);
            row(
                    "most resident memory of the indexers, MB",
                    "%.0f, %.0f".formatted(ofFirst.mostMegabytes(), ofSecond.mostMegabytes()));
            compare(second.reconcile());
        }
        row("load average over 5 minutes", Processes.loadOverFiveMinutes());
        return wrong;
    }

    private void interrupted(OwnIndexer first, OwnIndexer second, GeneratedRecords records) throws Exception {
        var before = index.name();
        try (var readers = new Readers(market.storefront())) {
            readers.start(Questions.ALL, options.searchers());
            try (var writer = new Writer(source)) {
                var rebuild = Thread.ofVirtual().start(() -> beginAndDie(first));
                var begun = awaitHalf(before);
                first.kill();
                var killed = System.nanoTime();
                row("killed after documents of the new index", "%,d".formatted(index.written(begun)));
                awaitFresh(records);
                row("the other one shows changes again, after the kill", since(killed));
                awaitLive(begun);
                row("the new index is filled and live, after the kill", since(killed));
                rebuild.join();
                row("changes meanwhile", "%,d".formatted(writer.written()));
            }
            row("the last of them shown after", Report.seconds(timed(() -> awaitAll(records, second))));
            tell(readers);
        }
        if (index.documents() != source.size()) {
            wrong.add(index.documents() + " documents instead of " + source.size());
        }
    }

    private void compare(String reconciled) {
        row("compared with the source afterwards", reconciled);
        var result = JsonMapper.shared().readTree(reconciled);
        for (var fault : List.of("missing", "stale", "extra", "parked")) {
            if (result.path(fault).asInt(1) > 0) {
                wrong.add("products " + fault + ": " + reconciled);
            }
        }
    }

    private void tell(Readers readers) {
        var latencies = readers.sortedLatencies();
        row("what readers asked for, and found every time", readers.totals().toString());
        row("searches meanwhile", "%,d".formatted(latencies.length));
        row(
                "p50, p99, slowest of them, ms",
                "%.1f, %.1f, %.0f"
                        .formatted(
                                latencies[latencies.length / 2] / 1e6,
                                latencies[(int) (0.99 * (latencies.length - 1))] / 1e6,
                                latencies[latencies.length - 1] / 1e6));
        row(
                "answers that failed, were empty or differed",
                Integer.toString(readers.noticed().size()));
        wrong.addAll(readers.noticed());
    }

    private OwnIndexer indexer(String name) throws IOException, InterruptedException {
        return OwnIndexer.start(options.home(), market, source, name + "-indexer");
    }

    private static void beginAndDie(OwnIndexer indexer) {
        try {
            var unused = indexer.rebuild();
        } catch (IOException _) {
            // It was killed, as was wanted.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String awaitHalf(String before) throws Exception {
        await("a new index half filled", () -> {
            var newest = index.newest();
            return newest.compareTo(before) > 0 && index.written(newest) >= source.size() / 2;
        });
        return index.newest();
    }

    /** A change that is made now, shown; its number is never among those of the writer's. */
    private void awaitFresh(GeneratedRecords records) throws Exception {
        var last = source.size() - 1;
        source.change(last, 77_000);
        long wanted = records.changed().getOrDefault(GeneratedRecords.id(last), 0L);
        await("a change to be shown", () -> index.revision(GeneratedRecords.id(last)) >= wanted);
    }

    private void awaitLive(String begun) throws Exception {
        await("the new index to be live", () -> index.name().equals(begun));
    }

    private String awaitAll(GeneratedRecords records, OwnIndexer survivor) throws Exception {
        for (var entry : records.changed().entrySet()) {
            await(
                    entry.getKey() + " to be up to date, of indexer " + survivor.pid(),
                    () -> index.revision(entry.getKey()) == entry.getValue());
        }
        return "";
    }

    private interface Step {
        String run() throws Exception;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static String since(long began) {
        return Report.seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private static Duration timed(Step step) throws Exception {
        var began = System.nanoTime();
        var unused = step.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void await(String what, Condition condition) throws Exception {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited too long for " + what);
            }
            Thread.sleep(50);
        }
    }

    private void row(String what, String value) {
        report.line("| " + what + " | " + value.replace("|", "/") + " |");
    }
}
