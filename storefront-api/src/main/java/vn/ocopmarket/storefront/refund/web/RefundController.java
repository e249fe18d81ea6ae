package vn.ocopmarket.storefront.refund.web;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.idempotency.OperationId;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.refund.RefundByHand;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Reason;

/** Refunds of an order for staff; the key of the request is the id of the refund, so a repeated one is the same. */
@RestController
class RefundController {

    private final RefundingOrder refunding;
    private final RefundRooms rooms;

    RefundController(RefundingOrder refunding, RefundRooms rooms) {
        this.refunding = refunding;
        this.rooms = rooms;
    }

    @GetMapping("/api/v1/orders/{id}/refunds")
    Mono<RefundView> of(@PathVariable String id) {
        return rooms.open(id)
                .then(Mono.defer(() -> refunding.of(id)))
                .map(refundable -> refundable.returns() == null
                        ? new RefundView(id, Money.ZERO, Money.ZERO, Money.ZERO, List.of())
                        : RefundView.of(refundable.returns()));
    }

    @PostMapping("/api/v1/orders/{id}/refunds")
    Mono<ResponseEntity<RefundView>> refund(
            @PathVariable String id,
            @Valid @RequestBody RefundRequest request,
            @RequestAttribute(name = OperationId.ATTRIBUTE, required = false) @Nullable String operation) {
        return rooms.open(id).flatMap(opened -> {
            if (operation == null) {
                return Mono.error(Problem.of("idempotency-key-required", 400));
            }
            var reason = new Reason(request.reason(), opened.member().accountId());
            return refunding
                    .refundByHand(opened.order(), operation, request.wanted(), request.refundedBefore(), reason)
                    .map(RefundController::answer);
        });
    }

    private static ResponseEntity<RefundView> answer(RefundByHand outcome) {
        return switch (outcome) {
            case RefundByHand.Decided(var granted) -> answer(granted);
            case RefundByHand.AskedFor(var item, var left, var requests) ->
                throw Problem.of("refund-asked-for", 409)
                        .with("item", item)
                        .with("left", left)
                        .with("requests", requests);
        };
    }

    private static ResponseEntity<RefundView> answer(Granted granted) {
        return switch (granted) {
            case Granted.Reserved(var now) ->
                ResponseEntity.status(HttpStatus.CREATED).body(RefundView.of(now));
            case Granted.Stale(var now) ->
                throw Problem.of("refunded-meanwhile", 409).with("refunded", now.back());
            case Granted.TooMuch(var item, var left) ->
                throw Problem.of("refund-too-much", 409).with("item", item).with("left", left);
            case Granted.NotPaid _ -> throw Problem.of("nothing-to-refund", 409);
        };
    }
}
