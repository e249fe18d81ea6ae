package vn.ocopmarket.contract.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the tables beside this class; cells hold no commas. */
final class RuleFile {

    private RuleFile() {}

    /** Every row, by the headings; an empty cell is left out. */
    static List<Map<String, String>> rows(String name) {
        try (var table = Objects.requireNonNull(RuleFile.class.getResourceAsStream(name), name)) {
            var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var headings = lines.getFirst().split(",");
            return lines.stream()
                    .skip(1)
                    .map(line -> row(headings, line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static Map<String, String> row(String[] headings, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (var column = 0; column < headings.length; column++) {
            if (!cells[column].isBlank()) {
                var _ = row.put(headings[column], cells[column].strip());
            }
        }
        return row;
    }
}
