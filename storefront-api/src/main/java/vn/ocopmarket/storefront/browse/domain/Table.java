package vn.ocopmarket.storefront.browse.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables beside this class; cells hold no commas. */
final class Table {

    private Table() {}

    /** The cells of every row below the headings. */
    static List<List<String>> rows(String name) {
        try (var table = Objects.requireNonNull(Table.class.getResourceAsStream(name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
