package vn.ocopmarket.bench.races;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Ask;

/** A paid order that is given back by many at once. */
final class CancelledTogether implements Trial {

    private static final int CALLERS = 12;
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "a paid order cancelled by %d callers at once, %d times".formatted(CALLERS, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            var order = CardOrder.paid(market);
            var shop = market.shop();
            Ask cancel = () -> shop.post(order.api("/cancellations"), Map.of(), Map.of());
            var answers = AtOnce.count(AtOnce.ask(shop, Collections.nCopies(CALLERS, cancel)));
            books.equal("answers", new TreeMap<>(Map.of(200, CALLERS)), answers);
            books.order(order.api(""), "paymentState", "REFUNDED");
            books.money(order.id(), new Money(1, order.total(), order.total()));
            books.stock(order.sku(), new Level(1, 0, 0, 1));
        }
        books.complaints();
        return new Row(name(), "the money back once, the unit back once", ROUNDS + " refunds", books.wrong());
    }
}
