package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Line;

/** Two carts with each other's last units, in opposite order. */
final class CrossedCarts implements Trial {

    private static final int ROUNDS = 25;

    @Override
    public String name() {
        return "two carts with each other's last units in opposite order, " + ROUNDS + " times";
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        var seen = new TreeMap<String, Integer>();
        for (var round = 0; round < ROUNDS; round++) {
            seen.merge(round(market, books), 1, Integer::sum);
        }
        books.complaints();
        return new Row(name(), "one of the two each time, never both, never none", seen.toString(), books.wrong());
    }

    private static String round(RacingMarket market, Books books) {
        var shop = market.shop();
        var one = market.product(1);
        var other = market.product(1);
        var there = shop.cart(List.of(new Line(one, 1), new Line(other, 1)));
        var back = shop.cart(List.of(new Line(other, 1), new Line(one, 1)));
        var answers = AtOnce.count(AtOnce.ask(
                shop,
                List.of(
                        () -> shop.checkout(there, "cod", one + "-there"),
                        () -> shop.checkout(back, "cod", one + "-back"))));
        books.equal("answers", new TreeMap<>(Map.of(201, 1, 409, 1)), answers);
        books.stock(one, new Level(1, 1, 0, 0));
        books.stock(other, new Level(1, 1, 0, 0));
        return answers.toString();
    }
}
