package vn.ocopmarket.storefront.checkout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.checkout.domain.OrderLimits;
import vn.ocopmarket.storefront.checkout.domain.OrderLimits.Kind;
import vn.ocopmarket.storefront.checkout.domain.OrderLimits.Limit;
import vn.ocopmarket.storefront.checkout.domain.TaxRates;
import vn.ocopmarket.storefront.checkout.domain.TaxRates.Rate;

/** Reads the rates that are kept as data beside this class; a wrong line stops the start. */
final class RatesFile {

    private static final String ALL = "*";

    private RatesFile() {}

    static TaxRates taxRates() {
        return new TaxRates(rows(
                "tax-rates.csv",
                row -> new Rate(
                        row[0].equals(ALL) ? null : TaxClass.valueOf(row[0]),
                        row[1].equals(ALL) ? Set.of() : Set.of(row[1].split("\\|")),
                        LocalDate.parse(row[2]),
                        LocalDate.parse(row[3]),
                        Integer.parseInt(row[4]),
                        row[5])));
    }

    static OrderLimits orderLimits() {
        return new OrderLimits(rows(
                "order-limits.csv",
                row -> new Limit(
                        Kind.valueOf(row[0]),
                        row[1].equals(ALL) ? "" : row[1],
                        LocalDate.parse(row[2]),
                        LocalDate.parse(row[3]),
                        Long.parseLong(row[4]),
                        Long.parseLong(row[5]))));
    }

    private static <T> List<T> rows(String file, Function<String[], T> row) {
        var stream = Objects.requireNonNull(RatesFile.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
