package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/**
 * Many buyers, each with a full cart, for fewer units.
 *
 * @param buyers who order at once
 * @param units that there are
 */
record LastUnits(int buyers, int units) implements Trial {

    @Override
    public String name() {
        return buyers + " buyers for " + units + " units";
    }

    @Override
    public Row run(RacingMarket market) {
        var sku = market.product(units);
        var carts = IntStream.range(0, buyers)
                .mapToObj(_ -> market.shop().cart(List.of(new Line(sku, 1))))
                .toList();
        var asks = IntStream.range(0, buyers)
                .<Ask>mapToObj(buyer -> () -> market.shop().checkout(carts.get(buyer), "cod", sku + "-" + buyer))
                .toList();
        var answers = AtOnce.count(AtOnce.ask(market.shop(), asks));
        var books = new Books(market);
        books.equal("answers", new TreeMap<>(Map.of(201, units, 409, buyers - units)), answers);
        books.stock(sku, new Level(units, units, 0, 0));
        books.complaints();
        return new Row(
                name(),
                "%d orders, %d clear refusals, nothing left".formatted(units, buyers - units),
                answers.toString(),
                books.wrong());
    }
}
