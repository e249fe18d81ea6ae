package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.ArrivingLine;
import vn.ocopmarket.storefront.inventory.web.MovementRequests.MovementRequest;

/** What staff send about goods that come back, and goods that cannot be sold. */
final class ApartRequests {

    private ApartRequests() {}

    /** In what state goods come back; only those that can be sold again are sold again. */
    enum Condition {
        RESELLABLE,
        DAMAGED,
        RECALLED,
        PAST_DATE;

        String at(String locationId) {
            return switch (this) {
                case RESELLABLE -> locationId;
                case DAMAGED -> SetAside.DAMAGED.at(locationId);
                case RECALLED -> SetAside.RECALLED.at(locationId);
                case PAST_DATE -> SetAside.PAST_DATE.at(locationId);
            };
        }
    }

    record Return(
            @NotBlank String locationId,
            @NotNull Condition condition,

            @NotEmpty @Size(max = MovementRequests.MOST_LINES)
            List<@Valid @NotNull ArrivingLine> lines,

            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.RETURN;
        }

        @Override
        public String place() {
            return condition.at(locationId);
        }

        @Override
        public @Nullable String toLocationId() {
            return null;
        }

        @Override
        public List<Movement.Line> movementLines() {
            return MovementRequests.arriving(lines);
        }
    }

    record AsideLine(
            @NotBlank String sku,
            @Min(1) @Max(MovementRequests.MOST_UNITS) long quantity,

            @Nullable @Pattern(regexp = MovementRequests.LOT)
            String lot,

            @Nullable Ownership ownership) {}

    record SettingAside(
            @NotBlank String locationId,
            @NotNull Condition condition,

            @NotEmpty @Size(max = MovementRequests.MOST_LINES)
            List<@Valid @NotNull AsideLine> lines,

            @Nullable @Size(max = 500) String note)
            implements MovementRequest {

        @Override
        public Kind kind() {
            return Kind.RELOCATION;
        }

        /** The same place, which nobody may name, when the goods are not to be set aside at all. */
        @Override
        public String toLocationId() {
            return condition.at(locationId);
        }

        @Override
        public List<Movement.Line> movementLines() {
            return lines.stream()
                    .map(line -> new Movement.Line(
                            line.sku(), line.lot(), Ownership.orConsigned(line.ownership()), null, line.quantity()))
                    .toList();
        }
    }
}
