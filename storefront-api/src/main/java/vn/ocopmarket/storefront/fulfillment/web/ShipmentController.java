package vn.ocopmarket.storefront.fulfillment.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.fulfillment.CollectingOrder;
import vn.ocopmarket.storefront.fulfillment.Packing;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.PackRequest;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.StepRequest;

/** Staff send the goods that lie at their locations, parcel by parcel. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
class ShipmentController {

    private static final int KEY_LENGTH = 26;

    private final OrderRooms rooms;
    private final ShippingOrder shipping;
    private final CollectingOrder collecting;
    private final MovingParcels moving;
    private final RandomIds ids;

    ShipmentController(
            OrderRooms rooms, ShippingOrder shipping, CollectingOrder collecting, MovingParcels moving, RandomIds ids) {
        this.rooms = rooms;
        this.shipping = shipping;
        this.collecting = collecting;
        this.moving = moving;
        this.ids = ids;
    }

    @GetMapping("/shipments")
    Mono<ShipmentsView> parcels(@PathVariable String id) {
        return rooms.open(id).map(opened -> ShipmentsView.of(opened.order()));
    }

    @PostMapping("/shipments")
    Mono<ShipmentsView> pack(
            @PathVariable String id,
            @Valid @RequestBody PackRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        var packing = new Packing(key(operation), request.locationId(), request.quantities());
        return rooms.open(id)
                .doOnNext(opened -> opened.mustFulfil(request.locationId()))
                .flatMap(_ -> shipping.pack(id, packing))
                .map(outcome -> ShipmentsView.of(FulfillmentProblems.moved(outcome)));
    }

    @PostMapping("/shipments/{number}/steps")
    Mono<ShipmentsView> step(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody StepRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        return rooms.open(id)
                .flatMap(opened -> moving.move(opened, number, request, key(operation)))
                .map(outcome -> ShipmentsView.of(FulfillmentProblems.moved(outcome)));
    }

    /** Ends an order that nobody collected in time. */
    @PostMapping("/pickup-endings")
    Mono<ShipmentsView> end(@PathVariable String id) {
        return rooms.open(id)
                .doOnNext(OrderRooms.Opened::mustFulfilAll)
                .flatMap(_ -> collecting.endUncollected(id))
                .map(outcome -> ShipmentsView.of(FulfillmentProblems.moved(outcome)));
    }

    private String key(@Nullable String operation) {
        return Objects.requireNonNullElseGet(operation, () -> ids.next(KEY_LENGTH));
    }
}
