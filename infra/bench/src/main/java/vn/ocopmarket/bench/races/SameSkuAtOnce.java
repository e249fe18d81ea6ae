package vn.ocopmarket.bench.races;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** One cart into which the same SKU is put many times at once, and which is then ordered many times at once. */
final class SameSkuAtOnce implements Trial {

    private static final int TIMES = 16;

    @Override
    public String name() {
        return "the same SKU %d times into one cart, then ordered %d times under one key".formatted(TIMES, TIMES);
    }

    @Override
    public Row run(RacingMarket market) {
        var sku = market.product(2);
        var shop = market.shop();
        var cart = shop.cart(List.of(new Line(sku, 1)));
        var path = "/api/v1/carts/" + cart.path("id").asString();
        Ask put = () -> shop.put(path + "/lines/" + sku, Map.of("quantity", 2));
        var put16 = AtOnce.count(AtOnce.ask(shop, Collections.nCopies(TIMES, put)));
        var full = shop.surely(() -> shop.get(path, Map.of())).json();
        Ask order = () -> shop.checkout(full, "cod", sku);
        var answers = AtOnce.ask(shop, Collections.nCopies(TIMES, order));
        var numbers = answers.stream()
                .map(answer -> answer.json().at("/order/number").asString(""))
                .distinct()
                .toList();
        var books = new Books(market);
        books.equal("answers to the cart", new TreeMap<>(Map.of(200, TIMES)), put16);
        books.equal("lines", 1, full.path("lines").size());
        books.equal("answers", new TreeMap<>(Map.of(201, TIMES)), AtOnce.count(answers));
        books.equal("orders", 1, numbers.size());
        books.stock(sku, new Level(2, 2, 0, 0));
        return new Row(name(), "one line of 2, one order of 2", numbers.size() + " order", books.wrong());
    }
}
