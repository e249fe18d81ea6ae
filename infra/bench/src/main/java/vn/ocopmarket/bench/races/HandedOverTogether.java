package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** A parcel with a part of an order that several clerks hand to the carrier at the same moment. */
final class HandedOverTogether implements Trial {

    private static final int CLERKS = 8;
    private static final int ROUNDS = 4;
    private static final int ORDERED = 5;
    private static final int IN_PARCEL = 2;

    @Override
    public String name() {
        return "a parcel handed over by %d clerks at once, %d times".formatted(CLERKS, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = order(market);
            pack(market, order);
            var asks = new ArrayList<Ask>();
            for (var clerk = 0; clerk < CLERKS; clerk++) {
                var key = order.sku() + "-" + clerk;
                asks.add(() -> handOver(market, order, key));
            }
            books.equal("answers", new TreeMap<>(Map.of(200, CLERKS)), AtOnce.count(AtOnce.ask(market.shop(), asks)));
            inPart(books, order);
            market.clerk().fulfilAll(order.id(), "PACKED", "HANDED_OVER");
            books.order(order.api(""), "fulfillmentState", "HANDED_OVER");
            books.stock(order.sku(), new Level(0, 0, 0, 0));
        }
        books.complaints();
        return new Row(
                name(),
                "%d of %d units gone once, then the rest".formatted(IN_PARCEL, ORDERED),
                ROUNDS + " orders",
                books.wrong());
    }

    static CardOrder order(RacingMarket market) {
        var shop = market.shop();
        var sku = market.product(ORDERED);
        var cart = shop.cart(List.of(new Line(sku, ORDERED)));
        return new CardOrder(
                sku, shop.surely(() -> shop.checkout(cart, "cod", sku)).json());
    }

    static void pack(RacingMarket market, CardOrder order) {
        var body = Map.of("locationId", Clerk.WAREHOUSE, "lines", List.of(new Line(order.sku(), IN_PARCEL)));
        var unused = market.shop()
                .surely(() -> market.clerk()
                        .post("/api/v1/orders/" + order.id() + "/shipments", body, "parcel-" + order.sku()));
    }

    static Answer handOver(RacingMarket market, CardOrder order, String key) {
        var body = Map.of("step", "HANDED_OVER", "carrier", "GHN", "trackingNumber", "G1");
        return market.clerk().post("/api/v1/orders/" + order.id() + "/shipments/1/steps", body, key);
    }

    static void inPart(Books books, CardOrder order) {
        var left = ORDERED - IN_PARCEL;
        books.stock(order.sku(), new Level(left, left, 0, 0));
    }
}
