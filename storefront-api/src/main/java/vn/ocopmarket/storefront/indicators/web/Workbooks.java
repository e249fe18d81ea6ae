package vn.ocopmarket.storefront.indicators.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;
import vn.ocopmarket.contract.indicators.IndicatorReport.Target;

/** Writes the figures into a workbook, a sheet for each table of the page. */
record Workbooks(MessageSource messages, Locale language) {

    private static final int COLUMN_WIDTH = 24;

    byte[] of(IndicatorView view) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "OCOP Market", "1.0")) {
            summary(sheet(book, "summary"), view);
            years(sheet(book, "years"), view);
            parts(sheet(book, "groups"), "group", view, view.report().groups());
            parts(sheet(book, "provinces"), "province", view, view.report().provinces());
            parts(sheet(book, "communes"), "commune", view, view.report().communes());
            rights(sheet(book, "rights"), view);
            targets(sheet(book, "targets"), view);
        }
        return bytes.toByteArray();
    }

    private void summary(Worksheet sheet, IndicatorView view) {
        var report = view.report();
        var tracing = report.tracing();
        fill(
                sheet,
                List.of(
                        row(word("day"), report.day().toString()),
                        row(word("products"), report.products()),
                        row(word("certified"), report.certified().total()),
                        row(word("stars.3"), report.certified().three()),
                        row(word("stars.4"), report.certified().four()),
                        row(word("stars.5"), report.certified().five()),
                        row(word("traced"), tracing.working()),
                        row(word("traced.unchecked"), tracing.unchecked()),
                        row(word("traced.broken"), tracing.broken()),
                        row(word("traced.none"), tracing.none()),
                        row(word("buyable"), report.buyable())));
    }

    private void years(Worksheet sheet, IndicatorView view) {
        var rows = view.report().years().stream()
                .map(year -> joined(List.of(row(year.year()), stars(year.first()), stars(year.upgraded()))));
        var head =
                joined(List.of(row(word("year")), starHeads(word("first") + ": "), starHeads(word("upgraded") + ": ")));
        fill(sheet, Stream.concat(Stream.of(head), rows).toList());
    }

    private void parts(Worksheet sheet, String kind, IndicatorView view, List<Part> parts) {
        var head = joined(List.of(
                row(word("code"), word(kind), word("within")),
                starHeads(""),
                row(word("total"), word("traced"), word("buyable"))));
        var rows = parts.stream()
                .map(part -> joined(List.of(
                        row(part.code(), view.name(part), part.within()),
                        stars(part.stars()),
                        row(part.stars().total(), part.traced(), part.buyable()))));
        fill(sheet, Stream.concat(Stream.of(head), rows).toList());
    }

    private void rights(Worksheet sheet, IndicatorView view) {
        var rows = view.report().rights().stream().map(right -> row(message("record." + right.kind()), right.count()));
        fill(
                sheet,
                Stream.concat(Stream.of(row(word("right"), word("total"))), rows)
                        .toList());
    }

    private void targets(Worksheet sheet, IndicatorView view) {
        var head = row(
                word("measure"),
                word("area"),
                word("from"),
                word("to"),
                word("wanted"),
                word("counted"),
                word("whole"),
                word("reached"),
                word("source"));
        fill(
                sheet,
                Stream.concat(Stream.of(head), view.report().targets().stream().map(this::target))
                        .toList());
    }

    private List<@Nullable Object> target(Target target) {
        return row(
                message("indicators.measure." + target.measure()),
                target.area(),
                target.from().toString(),
                target.to().toString(),
                (target.more() ? "> " : "≥ ") + target.atLeast() + (target.whole() == null ? "" : " %"),
                target.count(),
                target.whole(),
                word(target.reached() ? "yes" : "no"),
                target.source());
    }

    private Worksheet sheet(Workbook book, String name) {
        return book.newWorksheet(word("sheet." + name));
    }

    private List<@Nullable Object> starHeads(String before) {
        return row(before + word("stars.3"), before + word("stars.4"), before + word("stars.5"));
    }

    private static List<@Nullable Object> stars(Stars stars) {
        return row(stars.three(), stars.four(), stars.five());
    }

    private static void fill(Worksheet sheet, List<List<@Nullable Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                put(sheet, r, c, row.get(c));
                sheet.width(c, COLUMN_WIDTH);
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static List<@Nullable Object> joined(List<List<@Nullable Object>> parts) {
        return parts.stream().<@Nullable Object>flatMap(List::stream).toList();
    }

    private String word(String key) {
        return message("indicators." + key);
    }

    private String message(String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, language), key);
    }
}
