package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Ask;

/** Webhooks, again and in disorder, while the buyer comes back and the reconciliation runs. */
final class PaidThreeWays implements Trial {

    private static final int ROUNDS = 8;

    @Override
    public String name() {
        return "webhook × browser return × reconciliation at once, " + ROUNDS + " times";
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        market.provider().disorder(true);
        for (var round = 0; round < ROUNDS; round++) {
            round(market, books);
        }
        market.provider().disorder(false);
        books.complaints();
        return new Row(name(), "one payment, one paid order, stock taken once", ROUNDS + " orders", books.wrong());
    }

    private static void round(RacingMarket market, Books books) {
        var shop = market.shop();
        var order = CardOrder.place(market);
        var status = shop.pay(order.paymentPage());
        var reconciliation = market.clerk().signedIn();
        var asks = new ArrayList<Ask>();
        for (var times = 0; times < 4; times++) {
            asks.add(() -> shop.get(order.page(), Map.of("Accept", "text/html")));
            asks.add(() -> shop.post("/api/v1/payments/reconciliation", Map.of(), reconciliation));
            asks.add(() -> shop.get(order.api(""), Map.of()));
        }
        var unused = AtOnce.ask(shop, List.copyOf(asks));
        books.equal("answer of the payment page", 303, status);
        books.order(order.api(""), "paymentState", "PAID");
        books.order(order.api(""), "orderState", "CONFIRMED");
        books.money(order.id(), new Money(1, order.total(), 0));
        books.stock(order.sku(), new Level(1, 1, 0, 0));
    }
}
