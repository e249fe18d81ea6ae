package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Deed.Attempt;
import vn.ocopmarket.bench.races.Shop.Line;
import vn.ocopmarket.bench.races.SimpleDeed.Try;

/** What clerks do with goods. */
final class GoodsDeeds {

    private static final int UNITS = 5;

    private GoodsDeeds() {}

    static List<Deed> all() {
        return List.of(
                new SimpleDeed("packing, handing over and delivery", "one unit sold", GoodsDeeds::delivery),
                new SimpleDeed(
                        "a parcel with a part of an order",
                        "two units gone, three kept for the order",
                        GoodsDeeds::parcel),
                new SimpleDeed("a pick-up by code", "handed over and paid once", GoodsDeeds::pickup),
                new SimpleDeed(
                        "a buyer's return",
                        "two units' money back, one unit to sell, one damaged",
                        GoodsDeeds::buyersReturn),
                new SimpleDeed("a receipt", "five more, once", GoodsDeeds::receipt),
                new SimpleDeed("a return at the counter", "one unit more to sell, one damaged", GoodsDeeds::returned),
                new SimpleDeed("a transfer of stock", "two here, two there, one damaged", GoodsDeeds::transfer));
    }

    private static Attempt delivery(RacingMarket market) {
        var shop = market.shop();
        var sku = market.product(UNITS);
        var cart = shop.cart(List.of(new Line(sku, 1)));
        var order = new CardOrder(
                sku, shop.surely(() -> shop.checkout(cart, "cod", sku)).json());
        return new Try(
                () -> {
                    market.clerk().fulfilAll(order.id(), "PACKED", "HANDED_OVER", "DELIVERED");
                },
                books -> {
                    books.order(order.api(""), "fulfillmentState", "DELIVERED");
                    books.order(order.api(""), "orderState", "COMPLETED");
                    books.stock(sku, new Level(UNITS - 1, 0, 0, UNITS - 1));
                });
    }

    private static Attempt receipt(RacingMarket market) {
        var sku = market.emptyProduct();
        return new Try(
                () -> market.clerk().receive("receipt-" + sku, List.of(new Line(sku, UNITS))),
                books -> books.stock(sku, new Level(UNITS, 0, 0, UNITS)));
    }

    private static Attempt returned(RacingMarket market) {
        var sku = market.emptyProduct();
        return new Try(
                () -> {
                    for (var condition : List.of("RESELLABLE", "DAMAGED")) {
                        var body = Map.of(
                                "locationId",
                                Clerk.WAREHOUSE,
                                "condition",
                                condition,
                                "lines",
                                List.of(new Line(sku, 1)));
                        var unused = market.shop().surely(() -> market.clerk().move("returns", body, condition + sku));
                    }
                },
                books -> books.stock(sku, new Level(1, 0, 0, 1)));
    }

    private static Attempt transfer(RacingMarket market) {
        var sku = market.product(UNITS);
        return new Try(
                () -> {
                    var id =
                            ReceivedTogether.send(market, sku).json().path("id").asString();
                    var unused =
                            market.shop().surely(() -> ReceivedTogether.receive(market, id, sku, "receive-" + sku));
                },
                books -> ReceivedTogether.arrived(books, sku));
    }

    private static Attempt parcel(RacingMarket market) {
        var order = HandedOverTogether.order(market);
        return new Try(
                () -> {
                    HandedOverTogether.pack(market, order);
                    var unused = market.shop()
                            .surely(() -> HandedOverTogether.handOver(market, order, order.sku() + "-out"));
                },
                books -> HandedOverTogether.inPart(books, order));
    }

    private static Attempt pickup(RacingMarket market) {
        var order = CollectedTogether.ready(market);
        var code = CollectedTogether.code(market, order);
        return new Try(
                () -> {
                    var unused =
                            market.shop().surely(() -> CollectedTogether.collect(market, order, code, order.sku()));
                },
                books -> CollectedTogether.collected(books, order));
    }

    private static Attempt buyersReturn(RacingMarket market) {
        var order = ReturnedTogether.delivered(market);
        return new Try(
                () -> {
                    var request = ReturnedTogether.approved(market, order);
                    var unused =
                            market.shop().surely(() -> ReturnedTogether.receive(market, order, request, order.sku()));
                },
                books -> ReturnedTogether.received(books, order));
    }
}
