package vn.ocopmarket.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV files that open well in spreadsheets. */
public final class CsvLines {

    /** Without it spreadsheets take the file for another alphabet. */
    public static final String MARK_OF_UTF_8 = "\uFEFF";

    /** The wide forms too: spreadsheets of Eastern languages read them alike. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvLines() {}

    public static String of(List<String> cells) {
        return cells.stream().map(CsvLines::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /** What a spreadsheet would take for a formula is made text; a whole number is none. */
    private static String quoted(String cell) {
        var isFormula = !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell);
        var safe = isFormula ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean isNumber(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == '-'
                && cell.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
