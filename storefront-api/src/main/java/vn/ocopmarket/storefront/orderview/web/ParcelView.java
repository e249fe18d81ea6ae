package vn.ocopmarket.storefront.orderview.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.ShipmentState;

/** A parcel as the buyer sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParcelView(
        int number,
        String state,
        List<GoodsView> goods,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingLink,
        @Nullable Instant handedOverAt,
        @Nullable Instant endedAt,
        int attempts) {

    record GoodsView(String sku, String name, long quantity) {}

    /** Those that are not on the shelf any more or soon will not be. */
    static List<ParcelView> of(Order order) {
        return order.shipments().all().stream()
                .filter(parcel -> parcel.state() != ShipmentState.UNPACKED)
                .map(parcel -> of(order, parcel))
                .toList();
    }

    private static ParcelView of(Order order, Shipment parcel) {
        var by = parcel.carriage();
        return new ParcelView(
                parcel.number(),
                parcel.state().name(),
                parcel.goods().stream()
                        .map(take -> new GoodsView(take.sku(), name(order, take.sku()), take.quantity()))
                        .toList(),
                by == null ? null : by.carrier(),
                by == null ? null : by.tracking(),
                by == null ? null : by.link(),
                parcel.leftAt(),
                parcel.endedAt(),
                parcel.attempts().size());
    }

    private static String name(Order order, String sku) {
        return order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .findFirst()
                .map(line -> line.name())
                .orElse(sku);
    }
}
