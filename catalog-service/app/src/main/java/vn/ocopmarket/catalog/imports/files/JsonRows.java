package vn.ocopmarket.catalog.imports.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.imports.Column;
import vn.ocopmarket.catalog.imports.RawRow;
import vn.ocopmarket.catalog.imports.RawRow.Cell;
import vn.ocopmarket.catalog.imports.RowSource;
import vn.ocopmarket.catalog.imports.UnreadableFileException;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.text.VietnameseText;

/** {@code {"rows": [{"product": …}, …]}}, read as a stream; what we do not know is refused by name. */
final class JsonRows implements RowSource {

    private final JsonParser parser;
    private int number;

    JsonRows(JsonMapper json, Path file) {
        this.parser = json.createParser(file.toFile());
        try {
            expect(JsonToken.START_OBJECT, parser.nextToken());
            expect(JsonToken.PROPERTY_NAME, parser.nextToken());
            if (!"rows".equals(parser.currentName())) {
                throw new UnreadableFileException(FieldError.of(parser.currentName(), "unknown"));
            }
            expect(JsonToken.START_ARRAY, parser.nextToken());
        } catch (JacksonException | UnreadableFileException e) {
            parser.close();
            throw e instanceof UnreadableFileException known ? known : malformed();
        }
    }

    @Override
    public List<RawRow> next(int most) {
        var rows = new ArrayList<RawRow>(most);
        try {
            while (rows.size() < most && nextRow()) {
                number++;
                rows.add(new RawRow(number, cells()));
            }
        } catch (JacksonException e) {
            throw malformed();
        }
        return rows;
    }

    private boolean nextRow() {
        if (parser.currentToken() == null) {
            return false;
        }
        var token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            finish();
            return false;
        }
        expect(JsonToken.START_OBJECT, token);
        return true;
    }

    private void finish() {
        var token = parser.nextToken();
        if (token == JsonToken.PROPERTY_NAME) {
            throw new UnreadableFileException(FieldError.of(parser.currentName(), "unknown"));
        }
        expect(JsonToken.END_OBJECT, token);
        if (parser.nextToken() != null) {
            throw malformed();
        }
    }

    private Map<Column, Cell> cells() {
        var cells = new EnumMap<Column, Cell>(Column.class);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            var column = Column.ofKey(key).orElseThrow(() -> new UnreadableFileException(at(key, "unknown")));
            var cell = cell(key, parser.nextToken());
            if (cell != null && !cell.text().isEmpty()) {
                cells.put(column, cell);
            }
        }
        return cells;
    }

    private @Nullable Cell cell(String key, @Nullable JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new Cell(VietnameseText.canonical(parser.getString()), false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Cell(parser.getDecimalValue().stripTrailingZeros().toPlainString(), true);
            case VALUE_NULL -> null;
            case null, default -> throw new UnreadableFileException(at(key, "malformed"));
        };
    }

    private FieldError at(String key, String code) {
        return FieldError.of("rows[%d].%s".formatted(number - 1, key), code);
    }

    private void expect(JsonToken wanted, @Nullable JsonToken token) {
        if (token != wanted) {
            throw malformed();
        }
    }

    private UnreadableFileException malformed() {
        var where = parser.currentLocation();
        return new UnreadableFileException(FieldError.of("", "not-json", where.getLineNr(), where.getColumnNr()));
    }

    @Override
    public void close() {
        parser.close();
    }
}
