package vn.ocopmarket.bench.races;

import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.bench.races.Shop.Line;

/**
 * An order of one unit that is to be paid by card.
 *
 * @param sku that it takes the only unit of
 * @param checkout the answer to its checkout
 */
record CardOrder(String sku, JsonNode checkout) {

    /** Of one unit, and it waits for its money. */
    static CardOrder place(RacingMarket market) {
        return place(market, 1);
    }

    private static CardOrder place(RacingMarket market, int units) {
        var sku = market.product(units);
        var cart = market.shop().cart(List.of(new Line(sku, units)));
        var answer = market.shop().surely(() -> market.shop().checkout(cart, "card", sku));
        return new CardOrder(sku, answer.json());
    }

    /** Of one unit, and its money came. */
    static CardOrder paid(RacingMarket market) {
        return paid(market, 1);
    }

    /** Of all units that there are, and its money came. */
    static CardOrder paid(RacingMarket market, int units) {
        var order = place(market, units);
        var unused = market.shop().pay(order.paymentPage());
        var books = new Books(market);
        books.order(order.api(""), "paymentState", "PAID");
        if (!books.wrong().isEmpty()) {
            throw new IllegalStateException(books.wrong().toString());
        }
        return order;
    }

    String id() {
        return checkout.at("/order/id").asString();
    }

    long total() {
        return checkout.at("/order/total/amount").asLong();
    }

    String paymentPage() {
        return checkout.at("/payment/redirectUrl").asString();
    }

    /** Path of its page, as in the link that the buyer has. */
    String page() {
        var link = URI.create(checkout.path("trackingUrl").asString());
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    /** Path of its API, behind the id. */
    String api(String rest) {
        return Shop.order(checkout, rest);
    }

    /** What the buyer sees of it now. */
    JsonNode seen(Shop shop) {
        return shop.surely(() -> shop.get(api(""), Map.of())).json();
    }
}
