package vn.ocopmarket.storefront.orderview.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.pages.QrSvg;

/**
 * How the buyer collects an order that lies ready; for nobody but the holder of its link.
 *
 * @param code null when it was used
 * @param keptUntil when the goods may go to others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PickupView(
        @Nullable String code,
        String place,
        Instant readyAt,
        Instant keptUntil,
        @Nullable Instant usedAt) {

    /** Null while there is nothing to collect. */
    static @Nullable PickupView of(Order order) {
        var ticket = order.shipments().pickup();
        if (ticket == null || !(order.delivery() instanceof Delivery.Pickup there)) {
            return null;
        }
        var used = ticket.used();
        if (used == null && order.state() != OrderState.CONFIRMED) {
            return null;
        }
        return new PickupView(
                used == null ? ticket.spaced() : null,
                there.locationName(),
                ticket.readyAt(),
                ticket.endsAt(),
                used == null ? null : used.at());
    }

    /** For a camera at the counter; a page asks for it only while there is a code. */
    public QrSvg qr() {
        return QrSvg.of(String.valueOf(code));
    }
}
