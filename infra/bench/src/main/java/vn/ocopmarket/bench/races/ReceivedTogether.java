package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Line;

/** Goods on the way that two clerks receive at the same moment, one of them short. */
final class ReceivedTogether implements Trial {

    private static final int ROUNDS = 5;
    private static final int SENT = 3;

    @Override
    public String name() {
        return "a transfer of stock received by two clerks at once, " + ROUNDS + " times";
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var sku = market.product(SENT + 2);
            var id = send(market, sku).json().path("id").asString();
            var answers = AtOnce.count(AtOnce.ask(
                    market.shop(),
                    List.of(
                            () -> receive(market, id, sku, sku + "-an"),
                            () -> receive(market, id, sku, sku + "-binh"))));
            books.equal("answers", new TreeMap<>(Map.of(200, 1, 409, 1)), answers);
            arrived(books, sku);
        }
        books.complaints();
        return new Row(name(), "received once; the other clerk is told so", ROUNDS + " transfers", books.wrong());
    }

    static Answer send(RacingMarket market, String sku) {
        var body = Map.of("from", Clerk.WAREHOUSE, "to", Clerk.SHOWROOM, "lines", List.of(new Line(sku, SENT)));
        return market.shop().surely(() -> market.clerk().post("/api/v1/transfers", body, "send-" + sku));
    }

    /** Two good ones, and one that broke. */
    static Answer receive(RacingMarket market, String id, String sku, String key) {
        var body = Map.of("lines", List.of(Map.of("sku", sku, "good", SENT - 1, "damaged", 1)));
        return market.clerk().post("/api/v1/transfers/" + id + "/receptions", body, key);
    }

    static void arrived(Books books, String sku) {
        books.stock(sku, new Level(2, 0, 0, 2));
        books.stock(sku, Clerk.SHOWROOM, new Level(SENT - 1, 0, 0, SENT - 1));
    }
}
