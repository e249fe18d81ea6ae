package vn.ocopmarket.catalog.imports.files;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.imports.Column;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.text.VietnameseText;

/** Knows columns by their published key, and by the headings officers give them. */
final class Headers {

    /** Titles and emblems may stand above the headings. */
    static final int MOST_LINES_ABOVE = 20;

    private static final int FEWEST_KNOWN = 3;

    private final Map<String, Column> columnsByHeading = new HashMap<>();

    private Headers() {}

    static Headers load() {
        var headers = new Headers();
        Arrays.stream(Column.values()).forEach(column -> headers.columnsByHeading.put(fold(column.key()), column));
        var stream = Objects.requireNonNull(Headers.class.getResourceAsStream("headings.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            csv.forEach(row -> headers.columnsByHeading.put(
                    fold(row.getField("heading")),
                    Column.ofKey(row.getField("column")).orElseThrow()));
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fold(String heading) {
        return VietnameseText.slug(heading).replace("-", "");
    }

    /** The column of each position, null for those we do not know; empty when the line holds no headings. */
    Optional<List<@Nullable Column>> read(List<String> line) {
        List<@Nullable Column> columns = new java.util.ArrayList<>();
        for (var heading : line) {
            columns.add(columnsByHeading.get(fold(heading)));
        }
        var known = columns.stream().filter(Objects::nonNull).distinct().count();
        return known >= FEWEST_KNOWN ? Optional.of(columns) : Optional.empty();
    }

    /** Required columns that are not there. */
    static List<FieldError> missing(List<@Nullable Column> columns) {
        return Arrays.stream(Column.values())
                .filter(column -> column.required() && !columns.contains(column))
                .map(column -> FieldError.of(column.key(), "column-missing"))
                .toList();
    }
}
