package vn.ocopmarket.storefront.fulfillment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.ShipmentState;

/**
 * The parcels of an order as staff see them; the code of whoever collects it is not among it.
 *
 * @param unpacked goods that are in no parcel yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentsView(
        String orderId,
        String number,
        String orderState,
        String paymentState,
        String fulfillmentState,
        List<ParcelView> shipments,
        List<GoodsView> unpacked) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParcelView(
            int number,
            String state,
            Set<String> allowed,
            String locationId,
            List<GoodsView> goods,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingLink,
            List<AttemptView> attempts,
            Instant packedAt,
            @Nullable Instant handedOverAt,
            @Nullable Instant endedAt) {

        static ParcelView of(Shipment parcel, Set<ShipmentState> moves) {
            var by = parcel.carriage();
            var allowed = new TreeSet<String>();
            moves.stream().map(ShipmentState::name).forEach(allowed::add);
            return new ParcelView(
                    parcel.number(),
                    parcel.state().name(),
                    allowed,
                    parcel.locationId(),
                    parcel.goods().stream().map(GoodsView::of).toList(),
                    by == null ? null : by.carrier(),
                    by == null ? null : by.tracking(),
                    by == null ? null : by.link(),
                    parcel.attempts().stream()
                            .map(attempt -> new AttemptView(attempt.at(), attempt.reason()))
                            .toList(),
                    parcel.packedAt(),
                    parcel.leftAt(),
                    parcel.endedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GoodsView(
            String locationId, String sku, @Nullable String lot, long quantity) {

        static GoodsView of(Take take) {
            return new GoodsView(take.locationId(), take.sku(), take.lot(), take.quantity());
        }
    }

    record AttemptView(Instant at, String reason) {}

    static ShipmentsView of(Order order) {
        var moves = order.state() == OrderState.CONFIRMED;
        return new ShipmentsView(
                order.id(),
                order.number(),
                order.state().name(),
                order.payment().name(),
                order.fulfillment().name(),
                order.shipments().all().stream()
                        .map(parcel -> ParcelView.of(parcel, moves ? order.moves(parcel) : Set.of()))
                        .toList(),
                order.unpacked().stream().map(GoodsView::of).toList());
    }
}
