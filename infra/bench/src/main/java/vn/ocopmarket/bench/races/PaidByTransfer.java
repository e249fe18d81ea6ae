package vn.ocopmarket.bench.races;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Bank.Transfer;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** Notices of the bank that come many times at once, and a buyer who pays twice. */
final class PaidByTransfer implements Trial {

    private static final int ROUNDS = 5;
    private static final int TIMES = 10;

    @Override
    public String name() {
        return "a bank transfer told %d times at once, and made twice, %d times".formatted(TIMES, ROUNDS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        for (var round = 0; round < ROUNDS; round++) {
            round(market, books);
        }
        books.complaints();
        return new Row(
                name(),
                "one paid order, the second transfer to be sent back, no dong lost",
                ROUNDS + " orders",
                books.wrong());
    }

    private static void round(RacingMarket market, Books books) {
        var order = order(market);
        var asks = new ArrayList<Ask>(
                Collections.nCopies(TIMES, () -> market.bank().tell(transfer(order, "first"))));
        asks.addAll(Collections.nCopies(TIMES, () -> market.bank().tell(transfer(order, "second"))));
        var answers = AtOnce.ask(market.shop(), asks);
        books.equal("answers", Map.of(204, 2 * TIMES), AtOnce.count(answers));
        books.order(order.api(""), "orderState", "CONFIRMED");
        books.order(order.api(""), "paymentState", "PAID");
        books.stock(order.sku(), new Level(1, 1, 0, 0));
        books.bank();
        books.toSend(order.id(), order.total());
    }

    /** One that waits for a transfer. */
    static CardOrder order(RacingMarket market) {
        var sku = market.product(1);
        var cart = market.shop().cart(List.of(new Line(sku, 1)));
        return new CardOrder(
                sku,
                market.shop()
                        .surely(() -> market.shop().checkout(cart, "vietqr", sku))
                        .json());
    }

    /** All of the money of an order, the same whenever it is told. */
    static Transfer transfer(CardOrder order, String which) {
        var slip = order.checkout().at("/payment/qr/transfer");
        return new Transfer(
                order.sku() + "-" + which,
                slip,
                "MBVCB." + slip.path("reference").asString() + ".CT tu 0123",
                order.total(),
                Instant.EPOCH.plusSeconds(1_700_000_000));
    }
}
