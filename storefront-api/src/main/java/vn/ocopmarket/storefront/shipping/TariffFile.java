package vn.ocopmarket.storefront.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.shipping.domain.Packing;
import vn.ocopmarket.storefront.shipping.domain.Tariff;
import vn.ocopmarket.storefront.shipping.domain.Zones;

/** Reads what is kept as data beside this class; a wrong line stops the start. */
final class TariffFile {

    private static final String ALL = "*";
    private static final String SAME = "=";

    private TariffFile() {}

    static Zones zones() {
        return new Zones(rows(
                "zones.csv",
                row -> new Zones.Zone(
                        row[0],
                        provinces(row[1]),
                        provinces(row[2]),
                        LocalDate.parse(row[3]),
                        LocalDate.parse(row[4]))));
    }

    static Tariff tariff() {
        return new Tariff(rows(
                "tariff.csv",
                row -> new Tariff.Bracket(
                        row[0],
                        LocalDate.parse(row[1]),
                        LocalDate.parse(row[2]),
                        Long.parseLong(row[3]),
                        Long.parseLong(row[4]),
                        Long.parseLong(row[5]),
                        Long.parseLong(row[6]),
                        Long.parseLong(row[7]))));
    }

    static Packing packing() {
        return new Packing(rows(
                "packing.csv",
                row -> new Packing.Rule(
                        LocalDate.parse(row[0]),
                        LocalDate.parse(row[1]),
                        Long.parseLong(row[2]),
                        Long.parseLong(row[3]),
                        Long.parseLong(row[4]),
                        Long.parseLong(row[5]))));
    }

    private static @Nullable Set<String> provinces(String cell) {
        return switch (cell) {
            case ALL -> null;
            case SAME -> Set.of();
            default -> Set.of(cell.split(" "));
        };
    }

    private static <T> List<T> rows(String file, Function<String[], T> row) {
        try (var stream = Objects.requireNonNull(TariffFile.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row.apply(line.split(",", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
