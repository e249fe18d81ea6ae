package vn.ocopmarket.storefront.checkout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.checkout.domain.ShippingFees;
import vn.ocopmarket.storefront.checkout.domain.ShippingFees.Fee;
import vn.ocopmarket.storefront.checkout.domain.TaxRates;
import vn.ocopmarket.storefront.checkout.domain.TaxRates.Rate;

/** Reads the rates that are kept as data beside this class; a wrong line stops the start. */
final class RatesFile {

    private RatesFile() {}

    static TaxRates taxRates() {
        return new TaxRates(rows(
                "tax-rates.csv",
                row -> new Rate(
                        TaxClass.valueOf(row[0]),
                        LocalDate.parse(row[1]),
                        LocalDate.parse(row[2]),
                        Integer.parseInt(row[3]))));
    }

    static ShippingFees shippingFees() {
        return new ShippingFees(rows(
                "shipping-fees.csv",
                row -> new Fee(
                        provinces(row[0]),
                        LocalDate.parse(row[1]),
                        LocalDate.parse(row[2]),
                        Long.parseLong(row[3]),
                        Long.parseLong(row[4]))));
    }

    private static Set<String> provinces(String codes) {
        return codes.equals("*") ? Set.of() : Arrays.stream(codes.split(" ")).collect(Collectors.toSet());
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
