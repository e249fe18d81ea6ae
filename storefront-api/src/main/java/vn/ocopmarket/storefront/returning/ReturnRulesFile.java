package vn.ocopmarket.storefront.returning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import vn.ocopmarket.storefront.returning.domain.ReturnRules;
import vn.ocopmarket.storefront.returning.domain.ReturnRules.Rule;

/** Reads the reasons and windows that are kept as data beside this class; a wrong line stops the start. */
final class ReturnRulesFile {

    private static final String NAME = "return-reasons.csv";

    private ReturnRulesFile() {}

    static ReturnRules read() {
        var stream = Objects.requireNonNull(ReturnRulesFile.class.getResourceAsStream(NAME), NAME);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ReturnRules(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(row -> new Rule(
                            row[0], Integer.parseInt(row[1]), LocalDate.parse(row[2]), LocalDate.parse(row[3])))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
