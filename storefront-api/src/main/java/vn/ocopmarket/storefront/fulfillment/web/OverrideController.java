package vn.ocopmarket.storefront.fulfillment.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode.Checks;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.OverrideRequest;

/** Who answers for a counter gives goods to a buyer who has no code any more, and says why. */
@RestController
@RequestMapping("/api/v1/orders/{id}/pickup-overrides")
class OverrideController {

    private static final int KEY_LENGTH = 26;

    private final OrderRooms rooms;
    private final HandingOverByCode handing;
    private final RandomIds ids;

    OverrideController(OrderRooms rooms, HandingOverByCode handing, RandomIds ids) {
        this.rooms = rooms;
        this.handing = handing;
        this.ids = ids;
    }

    @PostMapping
    Mono<ShipmentsView> handOver(
            @PathVariable String id,
            @Valid @RequestBody OverrideRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        var key = Objects.requireNonNullElseGet(operation, () -> ids.next(KEY_LENGTH));
        var cash = Objects.requireNonNullElse(request.cashTaken(), Money.ZERO);
        return rooms.open(id)
                .doOnNext(OrderRooms.Opened::mustOverride)
                .flatMap(opened -> handing.handOverWithoutCode(
                        opened.order(),
                        new Checks(key, opened.member().accountId(), request.identityChecked(), cash),
                        request.reason().strip()))
                .map(outcome -> ShipmentsView.of(FulfillmentProblems.given(outcome)));
    }
}
