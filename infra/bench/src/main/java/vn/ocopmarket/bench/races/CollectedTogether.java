package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** A pick-up code that several clerks type at the same moment. */
final class CollectedTogether implements Trial {

    private static final int CLERKS = 8;
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "a pick-up code typed by %d clerks at once, %d times".formatted(CLERKS, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = ready(market);
            var code = code(market, order);
            var asks = new ArrayList<Ask>();
            for (var clerk = 0; clerk < CLERKS; clerk++) {
                var key = order.sku() + "-" + clerk;
                asks.add(() -> collect(market, order, code, key));
            }
            books.equal(
                    "answers",
                    new TreeMap<>(Map.of(200, 1, 409, CLERKS - 1)),
                    AtOnce.count(AtOnce.ask(market.shop(), asks)));
            collected(books, order);
        }
        books.complaints();
        return new Row(name(), "handed over and paid once; the others are told so", ROUNDS + " orders", books.wrong());
    }

    /** An order of one unit that waits in the showroom, to be paid there. */
    static CardOrder ready(RacingMarket market) {
        var shop = market.shop();
        var sku = market.productInShowroom(2);
        var cart = shop.cart(List.of(new Line(sku, 1)));
        var delivery = Map.<String, Object>of("delivery", Map.of("kind", "pickup", "locationId", Clerk.SHOWROOM));
        var order = new CardOrder(
                sku,
                shop.surely(() -> shop.checkout(cart, "cod", sku, delivery)).json());
        market.clerk().fulfilAll(order.id(), "PACKED");
        return order;
    }

    static String code(RacingMarket market, CardOrder order) {
        return order.seen(market.shop()).at("/pickup/code").asString();
    }

    static Answer collect(RacingMarket market, CardOrder order, String code, String key) {
        var body = Map.of(
                "locationId",
                Clerk.SHOWROOM,
                "code",
                code,
                "identityChecked",
                false,
                "cashTaken",
                Map.of("amount", order.total(), "currency", "VND"));
        return market.clerk().post("/api/v1/pickups/handovers", body, key);
    }

    static void collected(Books books, CardOrder order) {
        books.order(order.api(""), "orderState", "COMPLETED");
        books.order(order.api(""), "paymentState", "PAID");
        books.stock(order.sku(), Clerk.SHOWROOM, new Level(1, 0, 0, 1));
    }
}
