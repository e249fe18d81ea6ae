package vn.ocopmarket.storefront.fulfillment.web;

import java.util.List;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.pages.Problem;

/** Why a parcel was not moved, or goods not given away, in words. */
final class FulfillmentProblems {

    private FulfillmentProblems() {}

    /** The order, if it moved. */
    static Order moved(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Moved(var order) -> order;
            case OrderOutcome.OrderUnknown _ -> throw OrderRooms.unknown();
            case OrderOutcome.CodeMissing _ -> throw Problem.of("pickup-code-required", 409);
            case OrderOutcome.LotRecalled _ -> throw Problem.of("lot-recalled", 409);
            case OrderOutcome.MoveRefused(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state)
                        .with("state", state)
                        .with("allowed", allowed.stream().sorted().toList());
        };
    }

    private static Problem notReady(PickupOutcome.NotReady outcome) {
        var order = outcome.order();
        return outcome.isToBePacked()
                ? Problem.of("pickup-not-packed", 409).with("state", order.fulfillment())
                : Problem.of("transition-not-allowed", 409, order.state().name())
                        .with("state", order.state())
                        .with("allowed", List.of());
    }

    /** The order that lies ready or was handed over. */
    static Order given(PickupOutcome outcome) {
        return switch (outcome) {
            case PickupOutcome.Ready ready -> ready.order();
            case PickupOutcome.HandedOver(var order) -> order;
            case PickupOutcome.WrongCode _ -> throw Problem.of("pickup-code-wrong", 404);
            case PickupOutcome.NotReady notReady -> throw notReady(notReady);
            case PickupOutcome.UsedBefore(var at) ->
                throw Problem.of("pickup-code-used", 409).with("usedAt", at);
            case PickupOutcome.TooMany(var pause) -> {
                var seconds = Math.max(1, pause.toSeconds());
                throw Problem.of("too-many-attempts", 429, seconds)
                        .header("Retry-After", Long.toString(seconds))
                        .with("retryAfter", seconds);
            }
            case PickupOutcome.IdentityMissing _ -> throw Problem.of("identity-not-checked", 409);
            case PickupOutcome.CashMissing(var due) ->
                throw Problem.of("cash-not-taken", 409).with("due", due);
            case PickupOutcome.Recalled _ -> throw Problem.of("lot-recalled", 409);
        };
    }
}
