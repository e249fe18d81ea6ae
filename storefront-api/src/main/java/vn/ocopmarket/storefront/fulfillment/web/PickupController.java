package vn.ocopmarket.storefront.fulfillment.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode.Checks;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.CodeRequest;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.HandoverRequest;
import vn.ocopmarket.storefront.pages.Problem;

/** A buyer shows a code at a counter: first what lies there for them, then it is theirs. */
@RestController
@RequestMapping("/api/v1/pickups")
class PickupController {

    private static final int KEY_LENGTH = 26;

    private final HandingOverByCode handing;
    private final CurrentStaff staff;
    private final RandomIds ids;

    PickupController(HandingOverByCode handing, CurrentStaff staff, RandomIds ids) {
        this.handing = handing;
        this.staff = staff;
        this.ids = ids;
    }

    /**
     * What lies ready.
     *
     * @param identityNeeded whether an identity card is to be looked at
     * @param due what is to be taken
     */
    record ReadyView(ShipmentsView order, boolean identityNeeded, Money due) {}

    @PostMapping
    Mono<ReadyView> find(@Valid @RequestBody CodeRequest request) {
        return member(request.locationId())
                .flatMap(member -> handing.find(request.locationId(), request.code(), member.accountId()))
                .map(found -> {
                    var order = FulfillmentProblems.given(found);
                    return found instanceof PickupOutcome.Ready ready
                            ? new ReadyView(ShipmentsView.of(order), ready.identity(), ready.due())
                            : new ReadyView(ShipmentsView.of(order), false, Money.ZERO);
                });
    }

    @PostMapping("/handovers")
    Mono<ShipmentsView> handOver(
            @Valid @RequestBody HandoverRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        var key = Objects.requireNonNullElseGet(operation, () -> ids.next(KEY_LENGTH));
        var cash = Objects.requireNonNullElse(request.cashTaken(), Money.ZERO);
        return member(request.locationId())
                .flatMap(member -> handing.handOver(
                        request.locationId(),
                        request.code(),
                        new Checks(key, member.accountId(), request.identityChecked(), cash)))
                .map(outcome -> ShipmentsView.of(FulfillmentProblems.given(outcome)));
    }

    private Mono<StaffMember> member(String locationId) {
        return staff.get()
                .filter(member -> member.may(Permission.FULFIL_ORDERS, Where.location(locationId)))
                .switchIfEmpty(Mono.error(() -> Problem.of("forbidden", 403)));
    }
}
