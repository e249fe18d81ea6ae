package vn.ocopmarket.catalog.imports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.imports.Column;
import vn.ocopmarket.catalog.imports.RawRow.Cell;
import vn.ocopmarket.contract.text.VietnameseText;

/** The first sheet of a workbook, read as a stream. */
final class XlsxRows {

    private static final Set<Column> DATES = Set.of(Column.ISSUED_ON, Column.VALID_UNTIL);

    private XlsxRows() {}

    static Lines<Row> open(Path file, Headers headers) throws IOException {
        var workbook = new ReadableWorkbook(file.toFile());
        try {
            var rows = workbook.getFirstSheet().openStream();
            var self = new Lines<?>[1];
            var format = new Lines.Format<Row>(
                    XlsxRows::headings,
                    (row, position) -> cell(row, position, self[0] == null ? null : columnAt(self[0], position)),
                    Row::getRowNum,
                    () -> {
                        rows.close();
                        close(workbook);
                    });
            var lines = new Lines<>(headers, format, rows.iterator());
            self[0] = lines;
            return lines;
        } catch (RuntimeException | IOException e) {
            workbook.close();
            throw e;
        }
    }

    private static @Nullable Column columnAt(Lines<?> lines, int position) {
        return lines.columns().get(position);
    }

    private static List<String> headings(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(position -> {
                    var cell = cell(row, position, null);
                    return cell == null ? "" : cell.text();
                })
                .toList();
    }

    private static @Nullable Cell cell(Row row, int position, @Nullable Column column) {
        var cell = position < row.getCellCount() ? row.getCell(position) : null;
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return column != null && DATES.contains(column)
                    ? new Cell(cell.asDate().toLocalDate().toString(), false)
                    : new Cell(plain(cell.asNumber()), true);
        }
        var text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? null : new Cell(VietnameseText.canonical(text), false);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
