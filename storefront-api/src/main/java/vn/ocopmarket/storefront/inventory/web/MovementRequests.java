package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.web.ApartRequests.Return;
import vn.ocopmarket.storefront.inventory.web.ApartRequests.SettingAside;

/** What staff send to move stock. */
final class MovementRequests {

    static final String LOT = "[^|]{1,64}";
    static final int MOST_LINES = 2_000;
    static final long MOST_UNITS = 1_000_000;

    private MovementRequests() {}

    /** Something that becomes a movement. */
    sealed interface MovementRequest permits Receipt, Transfer, Adjustment, Count, Return, SettingAside {

        Kind kind();

        String locationId();

        /** Where it happens: the location, or what lies apart there. */
        default String place() {
            return locationId();
        }

        @Nullable
        String toLocationId();

        /** What has to be a location itself; only corrections are made beside one. */
        default List<String> locations() {
            return List.of(locationId());
        }

        List<Movement.Line> movementLines();

        @Nullable
        String note();

        default @Nullable Reason reason() {
            return null;
        }

        /** Whether lines of one lot together are more than a movement moves. */
        default boolean comesToTooMuch() {
            return movementLines().stream()
                    .collect(Collectors.groupingBy(
                            line -> line.sku() + "|" + line.lot(), Collectors.summingLong(Movement.Line::quantity)))
                    .values()
                    .stream()
                    .anyMatch(units -> units > Movement.MOST_UNITS);
        }
    }

    static List<Movement.Line> arriving(List<ArrivingLine> lines) {
        return lines.stream()
                .map(line -> new Movement.Line(
                        line.sku(),
                        line.lot(),
                        Ownership.orConsigned(line.ownership()),
                        line.bestBefore(),
                        line.quantity()))
                .toList();
    }

    record ArrivingLine(
            @NotBlank String sku,
            @Min(1) @Max(MOST_UNITS) long quantity,
            @Nullable @Pattern(regexp = LOT) String lot,
            @Nullable LocalDate bestBefore,
            @Nullable Ownership ownership) {}

    record LeavingLine(
            @NotBlank String sku, @Min(1) @Max(MOST_UNITS) long quantity) {}

    record Receipt(
            @NotBlank String locationId,
            @NotEmpty @Size(max = MOST_LINES) List<@Valid @NotNull ArrivingLine> lines,
            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.RECEIPT;
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return arriving(lines);
        }
    }

    record Transfer(
            @NotBlank String locationId,
            @NotBlank String toLocationId,
            @NotEmpty @Size(max = MOST_LINES) List<@Valid @NotNull LeavingLine> lines,
            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.TRANSFER;
        }

        @Override
        public List<String> locations() {
            return List.of(locationId, toLocationId);
        }

        @Override
        public List<Movement.Line> movementLines() {
            return lines.stream()
                    .map(line -> new Movement.Line(line.sku(), null, null, line.quantity()))
                    .toList();
        }
    }

    record Adjustment(
            @NotBlank String locationId,
            @NotBlank String sku,
            @Nullable @Pattern(regexp = LOT) String lot,
            @Nullable Ownership ownership,
            @Min(-MOST_UNITS) @Max(MOST_UNITS) long difference,
            @NotNull Reason reason,
            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.ADJUSTMENT;
        }

        @Override
        public List<String> locations() {
            return List.of();
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return List.of(new Movement.Line(sku, lot, Ownership.orConsigned(ownership), null, difference));
        }
    }

    record Count(
            @NotBlank String locationId,
            @NotBlank String sku,
            @Nullable @Pattern(regexp = LOT) String lot,
            @Nullable Ownership ownership,
            @Min(0) @Max(MOST_UNITS) long counted,
            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.COUNT;
        }

        @Override
        public List<String> locations() {
            return List.of();
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return List.of(new Movement.Line(sku, lot, Ownership.orConsigned(ownership), null, counted));
        }
    }
}
