package vn.ocopmarket.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A Markdown report, written as results come. */
public final class Report {

    private final StringBuilder text = new StringBuilder();

    public void title(String title) {
        line("# " + title);
    }

    public void line(String line) {
        System.out.println(line);
        text.append(line).append('\n');
    }

    public void tableOfLoads() {
        line("");
        line(
                "| what | connections | per second | p50 ms | p95 ms | p99 ms | CPU ms per operation | of these | errors |");
        line("|---|---|---|---|---|---|---|---|---|");
    }

    public void load(Load.Result result) {
        line(format(
                "| %s | %d | **%.0f** | %.1f | %.1f | %.1f | **%.2f** | %s | %d |",
                result.scenario(),
                result.connections(),
                result.perSecond(),
                result.percentileMillis(0.50),
                result.percentileMillis(0.95),
                result.percentileMillis(0.99),
                result.cpuMillisPerOperation(),
                perOperation(result),
                result.errors()));
        for (var error : result.firstErrors()) {
            line("<!-- " + error.replace("--", "- -") + " -->");
        }
    }

    public void memory(String when, Map<String, Double> megabytes) {
        var sum = megabytes.values().stream().mapToDouble(Double::doubleValue).sum();
        line(format("| %s | **%.0f** | %s |", when, sum, parts(megabytes, "%.0f")));
    }

    public static String seconds(Duration duration) {
        return format("%.1f s", duration.toMillis() / 1000.0);
    }

    public String text() {
        return text.toString();
    }

    private static String perOperation(Load.Result result) {
        return parts(
                result.cpuMillis().entrySet().stream()
                        .filter(entry -> entry.getValue() / result.operations() >= 0.005)
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() / result.operations())),
                "%.2f");
    }

    private static String parts(Map<String, Double> values, String format) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + format(format, entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
