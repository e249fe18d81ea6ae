package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Ask;

/** Two clerks, each with a view of an order to which nothing was given back, press the same button. */
final class RefundedTogether implements Trial {

    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "a refund pressed twice by two clerks, " + ROUNDS + " times";
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = CardOrder.paid(market);
            var asks = new ArrayList<Ask>();
            for (var press = 0; press < 2; press++) {
                for (var clerk : List.of("an", "binh")) {
                    asks.add(() -> refund(market, order, order.sku() + "-" + clerk));
                }
            }
            var answers = AtOnce.count(AtOnce.ask(market.shop(), asks));
            books.equal("answers", new TreeMap<>(Map.of(201, 2, 409, 2)), answers);
            books.money(order.id(), new Money(1, order.total(), goods(order)));
            books.stock(order.sku(), new Level(1, 1, 0, 0));
        }
        books.complaints();
        return new Row(
                name(), "the goods' money back once; the other clerk is told so", ROUNDS + " orders", books.wrong());
    }

    /** The unit of an order, without the fee of its delivery. */
    static Shop.Answer refund(RacingMarket market, CardOrder order, String key) {
        var body = Map.of(
                "lines",
                List.of(Map.of("sku", order.sku(), "quantity", 1)),
                "delivery",
                false,
                "refundedBefore",
                Map.of("amount", 0, "currency", "VND"),
                "reason",
                "broken");
        return market.clerk().post("/api/v1/orders/" + order.id() + "/refunds", body, key);
    }

    static long goods(CardOrder order) {
        return Math.min(RacingMarket.PRICE, order.total());
    }
}
