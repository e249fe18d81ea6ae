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

/** Two units are taken out of a paid order again and again at the same moment; one unit stays, so only once can be right. */
final class DroppedTogether implements Trial {

    private static final int TIMES = 8;
    private static final int ROUNDS = 4;
    private static final int BOUGHT = 3;
    private static final int DROPPED = 2;

    @Override
    public String name() {
        return "units taken out of an order %d times at once, %d times".formatted(TIMES, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = paid(market);
            var asks = new ArrayList<Ask>();
            for (var time = 0; time < TIMES; time++) {
                var key = order.sku() + "-" + time;
                asks.add(() -> drop(market, order, key));
            }
            books.equal(
                    "answers",
                    new TreeMap<>(Map.of(201, 1, 409, TIMES - 1)),
                    AtOnce.count(AtOnce.ask(market.shop(), asks)));
            dropped(books, order);
        }
        books.complaints();
        return new Row(name(), "two units' money back once, one unit stays", ROUNDS + " orders", books.wrong());
    }

    /** Three units, paid by card. */
    static CardOrder paid(RacingMarket market) {
        return CardOrder.paid(market, BOUGHT);
    }

    static Answer drop(RacingMarket market, CardOrder order, String key) {
        var asked = Map.of("kind", "DROP", "lines", List.of(new Line(order.sku(), DROPPED)));
        return market.shop().post(order.api("/requests"), asked, Map.of("Idempotency-Key", key));
    }

    static void dropped(Books books, CardOrder order) {
        books.stock(order.sku(), new Level(BOUGHT, BOUGHT - DROPPED, 0, DROPPED));
        books.money(order.id(), new Money(1, order.total(), DROPPED * (long) RacingMarket.PRICE));
    }
}
