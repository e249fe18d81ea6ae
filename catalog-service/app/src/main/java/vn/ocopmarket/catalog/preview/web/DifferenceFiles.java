package vn.ocopmarket.catalog.preview.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.CsvLines;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.catalog.preview.web.DifferenceController.Difference;

/** Differences as files: a line for each field that changes. */
@Component
class DifferenceFiles {

    private static final List<String> COLUMNS =
            List.of("rows", "product", "producer", "productId", "new", "field", "of", "before", "after");
    private static final int BATCH = 200;
    /** More are no use in a spreadsheet, which is made in memory; the CSV file has them all. */
    static final int MOST_ROWS = 50_000;

    private final MessageSource messages;

    DifferenceFiles(MessageSource messages) {
        this.messages = messages;
    }

    Flux<String> csv(Flux<Difference> differences, Locale language) {
        return Flux.just(CsvLines.MARK_OF_UTF_8 + CsvLines.of(headings(language)))
                .concatWith(differences
                        .buffer(BATCH)
                        .map(batch -> batch.stream()
                                .flatMap(difference -> lines(difference, language))
                                .map(CsvLines::of)
                                .collect(Collectors.joining())));
    }

    Mono<byte[]> xlsx(Flux<Difference> differences, Locale language) {
        return Mono.defer(() -> {
            var bytes = new ByteArrayOutputStream();
            var workbook = new Workbook(bytes, "OCOP Market", "1.0");
            var sheet = workbook.newWorksheet(word("import.difference.sheet", language));
            var rows = new Rows(sheet);
            rows.add(headings(language));
            return differences
                    .doOnNext(difference -> lines(difference, language).forEach(rows::add))
                    .takeUntil(_ -> rows.next > MOST_ROWS)
                    .then(Mono.fromCallable(() -> {
                        if (rows.next > MOST_ROWS) {
                            rows.add(List.of(word("import.difference.cut", language)));
                        }
                        return finished(workbook, bytes);
                    }));
        });
    }

    private static byte[] finished(Workbook workbook, ByteArrayOutputStream bytes) {
        try {
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything is text: no spreadsheet may read a formula, a date or a number out of it. */
    private static final class Rows {

        private final Worksheet sheet;
        private int next;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
        }

        void add(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(next, column, cells.get(column));
            }
            next++;
        }
    }

    private List<String> headings(Locale language) {
        return COLUMNS.stream()
                .map(column -> word("import.difference." + column, language))
                .toList();
    }

    private Stream<List<String>> lines(Difference difference, Locale language) {
        return difference.changes().stream().map(change -> cells(difference, change, language));
    }

    private List<String> cells(Difference difference, FieldChange change, Locale language) {
        return List.of(
                difference.rows().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                difference.name(),
                difference.producer(),
                difference.productId(),
                word("import.difference." + (difference.isNew() ? "yes" : "no"), language),
                word("change." + change.field(), language),
                Objects.requireNonNullElse(change.of(), ""),
                Objects.requireNonNullElse(change.before(), ""),
                Objects.requireNonNullElse(change.after(), ""));
    }

    private String word(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, language));
    }
}
