package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** Goods that a buyer sent back, unpacked by several clerks at the same moment: one good, one broken. */
final class ReturnedTogether implements Trial {

    private static final int CLERKS = 8;
    private static final int ROUNDS = 4;
    private static final int BOUGHT = 3;
    private static final int SENT_BACK = 2;

    @Override
    public String name() {
        return "a buyer's return received by %d clerks at once, %d times".formatted(CLERKS, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = delivered(market);
            var request = approved(market, order);
            var asks = new ArrayList<Ask>();
            for (var clerk = 0; clerk < CLERKS; clerk++) {
                var key = order.sku() + "-" + clerk;
                asks.add(() -> receive(market, order, request, key));
            }
            books.equal(
                    "answers",
                    new TreeMap<>(Map.of(200, 1, 409, CLERKS - 1)),
                    AtOnce.count(AtOnce.ask(market.shop(), asks)));
            received(books, order);
        }
        books.complaints();
        return new Row(
                name(), "two units' money back once, one unit to sell, one damaged", ROUNDS + " orders", books.wrong());
    }

    /** Three units, paid by card, in the buyer's hands. */
    static CardOrder delivered(RacingMarket market) {
        var order = CardOrder.paid(market, BOUGHT);
        var books = new Books(market);
        market.clerk().fulfilAll(order.id(), "PACKED", "HANDED_OVER", "DELIVERED");
        books.order(order.api(""), "orderState", "COMPLETED");
        if (!books.wrong().isEmpty()) {
            throw new IllegalStateException(books.wrong().toString());
        }
        return order;
    }

    /** A request of its buyer to send two units back, to which staff said yes; its id. */
    static String approved(RacingMarket market, CardOrder order) {
        var shop = market.shop();
        var asked = Map.of("kind", "RETURN", "lines", List.of(new Line(order.sku(), SENT_BACK)), "reason", "DAMAGED");
        var key = Map.of("Idempotency-Key", "return-" + order.sku());
        var request = shop.surely(() -> shop.post(order.api("/requests"), asked, key))
                .json()
                .path("id")
                .asString();
        var yes = Map.of("approve", true, "words", "Yes");
        var unused = shop.surely(
                () -> market.clerk().post("/api/v1/requests/" + request + "/decisions", yes, "yes-" + order.sku()));
        return request;
    }

    static Answer receive(RacingMarket market, CardOrder order, String request, String key) {
        var parts = List.of(part(order.sku(), "RESELLABLE"), part(order.sku(), "DAMAGED"));
        var body = Map.of("locationId", Clerk.WAREHOUSE, "parts", parts);
        return market.clerk().post("/api/v1/requests/" + request + "/receptions", body, key);
    }

    private static Map<String, Object> part(String sku, String condition) {
        return Map.of("sku", sku, "condition", condition, "quantity", 1);
    }

    static void received(Books books, CardOrder order) {
        books.stock(order.sku(), new Level(1, 0, 0, 1));
        books.money(order.id(), new Money(1, order.total(), SENT_BACK * (long) RacingMarket.PRICE));
    }
}
