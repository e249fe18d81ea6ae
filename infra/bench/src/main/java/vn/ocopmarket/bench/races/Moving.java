package vn.ocopmarket.bench.races;

import java.util.Map;
import java.util.TreeMap;
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

    /** Waits until its buyer sees what is left of it and what that costs. */
    void proveGoods(Books books) {
        books.await("goods and price of " + order.id(), new Seen(order.goods().units(), order.payable()), this::seen);
    }

    private record Seen(Map<String, Long> units, long payable) {}

    private Seen seen() {
        var shop = market.shop();
        var shown = shop.surely(() -> shop.get(order.api(""), Map.of())).json();
        var units = new TreeMap<String, Long>();
        for (var line : shown.path("lines")) {
            var left = line.path("quantity").asLong() - line.path("dropped").asLong();
            if (left > 0) {
                units.merge(line.path("sku").asString(), left, Long::sum);
            }
        }
        return new Seen(units, shown.at("/totals/payable/amount").asLong());
    }
}
