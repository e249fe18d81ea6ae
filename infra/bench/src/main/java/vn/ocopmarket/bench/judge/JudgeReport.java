package vn.ocopmarket.bench.judge;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as Markdown, and every query as a line with tabs. */
final class JudgeReport {

    private static final int WORST = 20;

    private final List<Judged> judged;

    JudgeReport(List<Judged> judged) {
        this.judged = List.copyOf(judged);
    }

    String text() {
        var text = new StringBuilder()
                .append("| queries | number | nDCG@10 | MRR | recall@20 | nothing found |")
                .append(
                        " typos with the same first hit | same set without accents |\n|---|---|---|---|---|---|---|---|\n")
                .append(row("all", judged));
        var byKind = judged.stream()
                .collect(Collectors.groupingBy(one -> one.query().kind(), LinkedHashMap::new, Collectors.toList()));
        byKind.forEach((kind, some) -> text.append(row(kind, some)));
        text.append("\nThe worst of them:\n\n");
        worst().forEach(one -> text.append(line(one)));
        text.append("\nOther sets without accents: ").append(withOtherSets()).append('\n');
        return text.toString();
    }

    String everyQuery() {
        return judged.stream().map(JudgeReport::tabbed).collect(Collectors.joining());
    }

    private List<Judged> worst() {
        return judged.stream()
                .sorted(Comparator.comparingDouble(Judged::ndcg)
                        .thenComparing(one -> one.query().text()))
                .limit(WORST)
                .toList();
    }

    private String withOtherSets() {
        return judged.stream()
                .filter(one -> Boolean.FALSE.equals(one.sameSet()))
                .map(one -> one.query().text())
                .collect(Collectors.joining(", "));
    }

    private static String row(String name, List<Judged> some) {
        var figures = Figures.of(some);
        return format(
                "| %s | %d | %.3f | %.3f | %.3f | %s | %s | %s |%n",
                name,
                figures.queries(),
                figures.ndcg(),
                figures.reciprocalRank(),
                figures.recall(),
                percent(figures.nothing()),
                percent(figures.sameFirst()),
                percent(figures.sameSet()));
    }

    private static String line(Judged one) {
        return format(
                "- %.2f `%s` (%s, %s): %s%n",
                one.ndcg(),
                one.query().text(),
                one.query().kind(),
                one.query().need(),
                one.first().isEmpty() ? "nothing" : String.join("; ", one.first()));
    }

    private static String tabbed(Judged one) {
        return format(
                "%s\t%s\t%s\t%.4f\t%.4f\t%.4f\t%s\t%s\t%s%n",
                one.query().kind(),
                one.query().need(),
                one.query().text(),
                one.ndcg(),
                one.reciprocalRank(),
                one.recall(),
                one.sameFirst() == null ? "" : one.sameFirst(),
                one.sameSet() == null ? "" : one.sameSet(),
                String.join("; ", one.first()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : format("%.1f %%", 100 * share);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
