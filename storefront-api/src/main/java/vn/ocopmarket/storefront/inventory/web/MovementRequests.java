package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.Movement.Kind;

/** What staff send to move stock. */
final class MovementRequests {

    private static final String LOT = "[^|]{1,64}";
    private static final int MOST_LINES = 2_000;

    private MovementRequests() {}

    /** Something that becomes a movement. */
    sealed interface MovementRequest {

        Kind kind();

        String locationId();

        @Nullable
        String toLocationId();

        List<Movement.Line> movementLines();

        @Nullable
        String note();
    }

    record ArrivingLine(
            @NotBlank String sku,
            @Min(1) long quantity,
            @Nullable @Pattern(regexp = LOT) String lot,
            @Nullable LocalDate bestBefore) {}

    record LeavingLine(@NotBlank String sku, @Min(1) long quantity) {}

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
            return lines.stream()
                    .map(line -> new Movement.Line(line.sku(), line.lot(), line.bestBefore(), line.quantity()))
                    .toList();
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
            long difference,
            @NotBlank @Size(max = 500) String reason)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.ADJUSTMENT;
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return List.of(new Movement.Line(sku, lot, null, difference));
        }

        @Override
        public String note() {
            return reason;
        }
    }

    record Count(
            @NotBlank String locationId,
            @NotBlank String sku,
            @Nullable @Pattern(regexp = LOT) String lot,
            @Min(0) long counted,
            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.COUNT;
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return List.of(new Movement.Line(sku, lot, null, counted));
        }
    }
}
