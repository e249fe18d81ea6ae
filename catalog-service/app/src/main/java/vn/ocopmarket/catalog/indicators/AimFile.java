package vn.ocopmarket.catalog.indicators;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.ocopmarket.catalog.indicators.domain.Aim;

/** Reads the aims of plans that ship with the service. */
final class AimFile {

    private static final String FILE = "aims.csv";

    private AimFile() {}

    static List<Aim> read() {
        var stream = Objects.requireNonNull(AimFile.class.getResourceAsStream(FILE), FILE);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().map(AimFile::aim).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Aim aim(NamedCsvRecord row) {
        return new Aim(
                row.getField("id"),
                Aim.Measure.valueOf(row.getField("measure")),
                row.getField("area"),
                row.getField("province_code"),
                Long.parseLong(row.getField("at_least")),
                Boolean.parseBoolean(row.getField("more")),
                LocalDate.parse(row.getField("from")),
                LocalDate.parse(row.getField("to")),
                row.getField("source"));
    }
}
