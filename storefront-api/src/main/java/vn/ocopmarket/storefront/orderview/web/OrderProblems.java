package vn.ocopmarket.storefront.orderview.web;

import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.pages.Problem;

/** Why an order was not moved, in words. */
final class OrderProblems {

    private OrderProblems() {}

    /** The order, if it moved. */
    static Order moved(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Moved(var order) -> order;
            case OrderOutcome.OrderUnknown _ -> throw unknown();
            case OrderOutcome.CodeMissing _ -> throw Problem.of("pickup-code-required", 409);
            case OrderOutcome.LotRecalled _ -> throw Problem.of("lot-recalled", 409);
            case OrderOutcome.MoveRefused(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state)
                        .with("state", state)
                        .with("allowed", allowed.stream().sorted().toList());
        };
    }

    static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }
}
