package vn.ocopmarket.catalog.imports.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.imports.RawRow.Cell;
import vn.ocopmarket.catalog.imports.UnreadableFileException;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.text.VietnameseText;

/** CSV as spreadsheets save it: commas, semicolons or tabs; UTF-8 with or without a mark, or marked UTF-16. */
final class CsvRows {

    private static final int LOOK_AHEAD = 64 * 1024;
    private static final int LARGEST_FIELD = 1024 * 1024;
    private static final Map<String, Charset> MARKS = Map.of(
            "\u00ef\u00bb\u00bf", StandardCharsets.UTF_8,
            "\u00ff\u00fe", StandardCharsets.UTF_16LE,
            "\u00fe\u00ff", StandardCharsets.UTF_16BE);

    private CsvRows() {}

    static Lines<Numbered> open(Path file, Headers headers) throws IOException {
        var reader = decoded(file);
        try {
            reader.mark(LOOK_AHEAD);
            var start = new char[LOOK_AHEAD / 2];
            var separator = separator(new String(start, 0, Math.max(0, reader.read(start))));
            reader.reset();
            var csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .maxBufferSize(LARGEST_FIELD)
                    .ofCsvRecord(reader);
            var format = new Lines.Format<Numbered>(
                    line -> line.record().getFields(), CsvRows::cell, Numbered::number, () -> close(reader));
            return new Lines<>(headers, format, numbered(csv.iterator()));
        } catch (RuntimeException | IOException e) {
            reader.close();
            throw e;
        }
    }

    /** @param number of the line as a spreadsheet shows it, where a cell may hold several lines of text */
    record Numbered(int number, CsvRecord record) {}

    private static Iterator<Numbered> numbered(Iterator<CsvRecord> records) {
        var number = new AtomicInteger();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (RuntimeException e) {
                    throw unreadable(e);
                }
            }

            @Override
            public Numbered next() {
                return new Numbered(number.incrementAndGet(), records.next());
            }
        };
    }

    private static RuntimeException unreadable(RuntimeException e) {
        var notText = e instanceof UncheckedIOException || e.getCause() instanceof IOException;
        return new UnreadableFileException(FieldError.of("", notText ? "not-utf-8" : "not-csv"));
    }

    private static @Nullable Cell cell(Numbered line, int position) {
        var fields = line.record().getFields();
        return position < fields.size() ? new Cell(VietnameseText.canonical(fields.get(position)), false) : null;
    }

    private static BufferedReader decoded(Path file) throws IOException {
        var stream = new PushbackInputStream(Files.newInputStream(file), 3);
        var start = stream.readNBytes(3);
        var head = new String(start, StandardCharsets.ISO_8859_1);
        for (var mark : MARKS.entrySet()) {
            if (head.startsWith(mark.getKey())) {
                stream.unread(
                        start,
                        mark.getKey().length(),
                        start.length - mark.getKey().length());
                return strict(stream, mark.getValue());
            }
        }
        stream.unread(start);
        return strict(stream, StandardCharsets.UTF_8);
    }

    /** A byte that is no text is an error, never a question mark in somebody's name. */
    private static BufferedReader strict(java.io.InputStream stream, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(stream, decoder), LOOK_AHEAD);
    }

    private static char separator(String start) {
        var best = ',';
        var most = -1L;
        for (var candidate : List.of(',', ';', '\t')) {
            var found = start.lines()
                    .limit(Headers.MOST_LINES_ABOVE)
                    .mapToLong(line -> line.chars()
                            .filter(character -> character == candidate)
                            .count())
                    .max()
                    .orElse(0);
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return best;
    }

    private static void close(Reader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
