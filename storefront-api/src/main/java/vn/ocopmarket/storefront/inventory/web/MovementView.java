package vn.ocopmarket.storefront.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.Movement;

/** A movement that is done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovementView(
        String id,
        String kind,
        String locationId,
        @Nullable String toLocationId,
        List<LineView> lines,
        @Nullable String note,
        Instant at) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            String sku,
            @Nullable String lot,
            @Nullable Ownership ownership,
            @Nullable LocalDate bestBefore,
            long quantity) {}

    static MovementView of(Movement movement) {
        return new MovementView(
                movement.id(),
                movement.kind().name(),
                movement.locationId(),
                movement.toLocationId(),
                movement.lines().stream()
                        .map(line -> new LineView(
                                line.sku(), line.lot(), ownership(movement, line), line.bestBefore(), line.quantity()))
                        .toList(),
                movement.note(),
                movement.at());
    }

    /** Of what is taken from several lots each keeps its own. */
    private static @Nullable Ownership ownership(Movement movement, Movement.Line line) {
        return switch (movement.kind()) {
            case SALE, TRANSFER -> null;
            case RECEIPT, RETURN, RELOCATION, ADJUSTMENT, COUNT, COUNT_DIFFERENCE -> line.ownership();
        };
    }
}
