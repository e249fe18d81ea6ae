package vn.ocopmarket.catalog.imports.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.imports.FileFormat;
import vn.ocopmarket.catalog.imports.RowSource;
import vn.ocopmarket.catalog.imports.RowSources;
import vn.ocopmarket.catalog.imports.UnreadableFileException;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

@Component
class FileRowSources implements RowSources {

    private static final int LOOK_THROUGH = 500;

    private final Headers headers = Headers.load();
    private final JsonMapper json;
    private final Template template;

    FileRowSources(JsonMapper json, Template template) {
        this.json = json;
        this.template = template;
    }

    @Override
    public List<FieldError> check(Path file, FileFormat format) {
        try {
            return switch (format) {
                case XLSX -> {
                    ZipLimits.check(file);
                    try (var rows = XlsxRows.open(file, headers)) {
                        yield Headers.missing(rows.columns());
                    }
                }
                case CSV -> {
                    try (var rows = CsvRows.open(file, headers)) {
                        yield Headers.missing(rows.columns());
                    }
                }
                case JSON -> lookThrough(file);
            };
        } catch (UnreadableFileException e) {
            return List.of(e.error());
        } catch (IOException | RuntimeException e) {
            return List.of(FieldError.of("", notThat(format)));
        }
    }

    /** A body is refused as a whole, by the name of what is wrong, before it is taken in. */
    private List<FieldError> lookThrough(Path file) {
        try (var rows = new JsonRows(json, file)) {
            while (!rows.next(LOOK_THROUGH).isEmpty()) {
                // Reading on is what checks it.
            }
            return List.of();
        }
    }

    @Override
    public RowSource open(Path file, FileFormat format) {
        try {
            return switch (format) {
                case XLSX -> XlsxRows.open(file, headers);
                case CSV -> CsvRows.open(file, headers);
                case JSON -> new JsonRows(json, file);
            };
        } catch (IOException e) {
            throw new UnreadableFileException(FieldError.of("", notThat(format)));
        }
    }

    private static String notThat(FileFormat format) {
        return "not-" + format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public byte[] template(Locale language) {
        return template.write(language);
    }
}
