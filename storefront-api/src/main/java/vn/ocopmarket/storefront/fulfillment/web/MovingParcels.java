package vn.ocopmarket.storefront.fulfillment.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fulfillment.Carriers;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.StepRequest;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.StepRequest.Step;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.Shipment.Carriage;
import vn.ocopmarket.storefront.pages.Problem;

/** Does what a request or a form says of a parcel. */
@Component
class MovingParcels {

    private final ShippingOrder shipping;
    private final Carriers carriers;

    MovingParcels(ShippingOrder shipping, Carriers carriers) {
        this.shipping = shipping;
        this.carriers = carriers;
    }

    /** @param key of the request, so that a report that comes twice counts once */
    Mono<OrderOutcome> move(OrderRooms.Opened opened, int number, StepRequest request, String key) {
        var id = opened.order().id();
        var parcel = opened.order().shipments().find(number).orElseThrow(OrderRooms::unknown);
        opened.mustFulfil(parcel.locationId());
        return switch (request.step()) {
            case HANDED_OVER -> shipping.handOver(id, number, carriage(request));
            case TRACKED -> {
                var by = carriage(request);
                yield by == null ? Mono.error(invalid("carrier")) : shipping.track(id, number, by);
            }
            case ATTEMPT_FAILED -> {
                var reason = request.reason();
                yield reason == null || reason.isBlank()
                        ? Mono.error(invalid("reason"))
                        : shipping.attemptFailed(id, number, key, reason.strip());
            }
            case DELIVERED -> shipping.deliver(id, number);
            case RETURNED -> shipping.comeBack(id, number);
            case UNPACKED -> shipping.unpack(id, number);
        };
    }

    private @Nullable Carriage carriage(StepRequest request) {
        var carrier = request.carrier();
        if (carrier == null || carrier.isBlank()) {
            return null;
        }
        var tracking = request.trackingNumber();
        return carriers.carriage(carrier, tracking == null || tracking.isBlank() ? null : tracking.strip())
                .orElseThrow(() -> invalid("carrier"));
    }

    static Step step(String name) {
        try {
            return Step.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw invalid("step");
        }
    }

    private static Problem invalid(String field) {
        return Problem.of("invalid-request", 400).with("field", field);
    }
}
