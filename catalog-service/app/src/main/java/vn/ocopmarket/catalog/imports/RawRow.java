package vn.ocopmarket.catalog.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as the file has it.
 *
 * @param number as the officer sees it: line of the sheet, or position in a JSON list
 * @param cells only those that hold something
 */
public record RawRow(int number, Map<Column, Cell> cells) {

    public RawRow {
        cells = Map.copyOf(cells);
    }

    @Nullable
    String text(Column column) {
        var cell = cells.get(column);
        return cell == null ? null : cell.text();
    }

    /**
     * What one cell holds.
     *
     * @param text canonical; a date of a spreadsheet as {@code 2026-11-21}
     * @param number whether the file holds a number, so that leading zeros may have been lost
     */
    public record Cell(String text, boolean number) {}
}
