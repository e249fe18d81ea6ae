package vn.ocopmarket.bench.races;

import java.util.Map;
import vn.ocopmarket.bench.races.KnownOrder.Move;
import vn.ocopmarket.bench.races.Shop.Answer;

/** Tries to move an order, and looks where it is. */
record Moving(RacingMarket market, KnownOrder order) {

    Answer make(Move move) {
        var shop = market.shop();
        return switch (move) {
            case PAY ->
                new Answer(shop.pay(order.checkout().at("/payment/redirectUrl").asString()), "");
            case CANCEL -> shop.untilAnswered(() -> shop.post(order.api("/cancellations"), Map.of(), Map.of()));
            case PACK -> fulfil("PACKED");
            case HAND_OVER -> fulfil("HANDED_OVER");
            case DELIVER -> fulfil("DELIVERED");
        };
    }

    private Answer fulfil(String state) {
        return market.shop().untilAnswered(() -> market.clerk().fulfil(order.id(), state));
    }

    /** Waits until its buyer sees it where the model has it. */
    void proveState(Books books) {
        switch (order.state()) {
            case AWAITING_MONEY -> books.order(order.api(""), "orderState", "PLACED");
            case CONFIRMED -> books.order(order.api(""), "orderState", "CONFIRMED");
            case PACKED -> books.order(order.api(""), "fulfillmentState", "PACKED");
            case HANDED_OVER -> books.order(order.api(""), "fulfillmentState", "HANDED_OVER");
            case DELIVERED -> books.order(order.api(""), "orderState", "COMPLETED");
            case CANCELLED -> books.order(order.api(""), "orderState", "CANCELLED");
        }
    }
}
