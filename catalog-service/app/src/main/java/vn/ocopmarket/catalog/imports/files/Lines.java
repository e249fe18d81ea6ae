package vn.ocopmarket.catalog.imports.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.imports.Column;
import vn.ocopmarket.catalog.imports.RawRow;
import vn.ocopmarket.catalog.imports.RawRow.Cell;
import vn.ocopmarket.catalog.imports.RowSource;
import vn.ocopmarket.catalog.imports.UnreadableFileException;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** A table with a line of headings, wherever it comes from. */
final class Lines<L> implements RowSource {

    private static final int MOST_ROWS = 100_000;

    private final Format<L> format;
    private final Iterator<L> lines;
    private final List<@Nullable Column> columns;
    private int rows;

    /** How a line of one format is read. */
    record Format<L>(
            Headings<L> headings,
            BiFunction<L, Integer, @Nullable Cell> cell,
            java.util.function.ToIntFunction<L> number,
            Runnable close) {}

    /** The texts of a line, for finding headings. */
    interface Headings<L> {
        List<String> of(L line);
    }

    /** @throws UnreadableFileException when there is no line of headings near the top */
    Lines(Headers headers, Format<L> format, Iterator<L> lines) {
        this.format = format;
        this.lines = lines;
        this.columns = findHeadings(headers);
    }

    private List<@Nullable Column> findHeadings(Headers headers) {
        for (int line = 0; line < Headers.MOST_LINES_ABOVE && lines.hasNext(); line++) {
            var columns = headers.read(format.headings().of(lines.next()));
            if (columns.isPresent()) {
                return columns.get();
            }
        }
        throw new UnreadableFileException(FieldError.of("", "no-headings"));
    }

    List<@Nullable Column> columns() {
        return columns;
    }

    @Override
    public List<RawRow> next(int most) {
        var next = new ArrayList<RawRow>(most);
        while (next.size() < most && lines.hasNext()) {
            var line = lines.next();
            var cells = cells(line);
            if (!cells.isEmpty()) {
                next.add(new RawRow(format.number().applyAsInt(line), cells));
            }
        }
        rows += next.size();
        if (rows > MOST_ROWS) {
            throw new UnreadableFileException(FieldError.of("", "too-many-rows", MOST_ROWS));
        }
        return next;
    }

    private Map<Column, Cell> cells(L line) {
        var cells = new EnumMap<Column, Cell>(Column.class);
        for (int position = 0; position < columns.size(); position++) {
            var column = columns.get(position);
            var cell = column == null ? null : format.cell().apply(line, position);
            if (column != null && cell != null && !cell.text().isEmpty()) {
                cells.putIfAbsent(column, cell);
            }
        }
        return cells;
    }

    @Override
    public void close() {
        format.close().run();
    }
}
