package vn.ocopmarket.storefront.settlement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Commissions;
import vn.ocopmarket.storefront.settlement.domain.Withholding;

/** Reads the rates, from files beside this class or from the market's own folder; a wrong line stops the start. */
final class RateFiles {

    private final String folder;

    /** @param folder of the market's own files; empty when it has none */
    RateFiles(String folder) {
        this.folder = folder;
    }

    Commissions commissions() {
        return new Commissions(rows(
                "commissions.csv",
                row -> new Commissions.Rate(
                        row[0], row[1], LocalDate.parse(row[2]), LocalDate.parse(row[3]), Integer.parseInt(row[4]))));
    }

    Withholding withholding() {
        return new Withholding(rows(
                "withholding.csv",
                row -> new Withholding.Rate(
                        Set.of(row[0].split("\\|")),
                        LocalDate.parse(row[1]),
                        LocalDate.parse(row[2]),
                        Integer.parseInt(row[3]),
                        Integer.parseInt(row[4]),
                        Money.dong(Long.parseLong(row[5])))));
    }

    private <T> List<T> rows(String file, Function<String[], T> row) {
        try (var reader = open(file)) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private BufferedReader open(String file) throws IOException {
        var own = Path.of(folder, file);
        if (!folder.isEmpty() && Files.exists(own)) {
            return Files.newBufferedReader(own);
        }
        var stream = Objects.requireNonNull(RateFiles.class.getResourceAsStream(file), file);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
