package vn.ocopmarket.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV files that open well in spreadsheets. */
public final class CsvLines {

    /** Without it spreadsheets take the file for another alphabet. */
    public static final String MARK_OF_UTF_8 = "\uFEFF";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private CsvLines() {}

    public static String of(List<String> cells) {
        return cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /** What a spreadsheet would take for a formula is made text. */
    private static String quoted(String cell) {
        var safe = !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
