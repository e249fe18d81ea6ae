package vn.ocopmarket.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ocopmarket.bench.Load;

/** The results side by side, as Markdown. */
final class ScaleTable {

    private ScaleTable() {}

    /**
     * What was measured with so many products.
     *
     * @param search searches of which some come at the same moment
     * @param direct the same searches sent to Elasticsearch itself
     * @param distinct searches of which no two are alike
     * @param directDistinct those sent to Elasticsearch itself
     */
    record Row(
            int products,
            Load.Result search,
            Load.Result direct,
            Load.Result distinct,
            Load.Result directDistinct,
            double indexMegabytes,
            long segments,
            Map<String, Double> memory) {

        double ratio() {
            return search.cpuMillisPerOperation() / direct.cpuMillisPerOperation();
        }

        double ratioOfDistinct() {
            return distinct.cpuMillisPerOperation() / directDistinct.cpuMillisPerOperation();
        }
    }

    static List<String> lines(List<Row> rows) {
        var lines = new ArrayList<>(List.of(
                "| products | what | per second | p50 ms | p95 ms | p99 ms | CPU ms per search | of these | times Elasticsearch's |"
                        + " errors |",
                "|---|---|---|---|---|---|---|---|---|---|"));
        rows.forEach(row -> lines.addAll(lines(row)));
        lines.add("");
        lines.add("| products | index MB | segments | memory MB of | growth of p99 | growth of CPU |");
        lines.add("|---|---|---|---|---|---|");
        var first = rows.getFirst().distinct();
        rows.forEach(row -> lines.add(format(
                "| %,d | %.0f | %d | %s | %.1f | %.1f |",
                row.products(),
                row.indexMegabytes(),
                row.segments(),
                memory(row),
                row.distinct().percentileMillis(0.99) / first.percentileMillis(0.99),
                row.distinct().cpuMillisPerOperation() / first.cpuMillisPerOperation())));
        lines.add("");
        lines.add("Growth is of searches of which no two are alike, against the first row.");
        return lines;
    }

    static List<String> lines(Row row) {
        return List.of(
                line(row, row.search(), format("**%.2f**", row.ratio())),
                line(row, row.direct(), "1"),
                line(row, row.distinct(), format("**%.2f**", row.ratioOfDistinct())),
                line(row, row.directDistinct(), "1"));
    }

    private static String line(Row row, Load.Result result, String ratio) {
        return format(
                "| %,d | %s | **%.0f** | %.1f | %.1f | **%.1f** | **%.2f** | %s | %s | %d |",
                row.products(),
                result.scenario(),
                result.perSecond(),
                result.percentileMillis(0.50),
                result.percentileMillis(0.95),
                result.percentileMillis(0.99),
                result.cpuMillisPerOperation(),
                processes(result),
                ratio,
                result.errors());
    }

    private static String processes(Load.Result result) {
        return result.cpuMillis().entrySet().stream()
                .filter(entry -> entry.getValue() / result.operations() >= 0.01)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> format("%s %.2f", entry.getKey(), entry.getValue() / result.operations()))
                .collect(Collectors.joining(", "));
    }

    private static String memory(Row row) {
        return row.memory().entrySet().stream()
                .filter(entry -> entry.getKey().matches("embedded-elasticsearch|storefront-api|search-indexer"))
                .map(entry -> format("%s %.0f", entry.getKey(), entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
