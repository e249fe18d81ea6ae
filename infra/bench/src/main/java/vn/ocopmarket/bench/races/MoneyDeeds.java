package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Deed.Attempt;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Line;
import vn.ocopmarket.bench.races.SimpleDeed.Try;

/** What buyers and clerks do with orders and their money. */
final class MoneyDeeds {

    private static final int UNITS = 5;

    private MoneyDeeds() {}

    static List<Deed> all() {
        return List.of(
                new SimpleDeed(
                        "a checkout paid on delivery", "one order, its unit allocated", MoneyDeeds::cashCheckout),
                new SimpleDeed(
                        "a checkout paid by card",
                        "one order, one payment, its unit allocated",
                        MoneyDeeds::cardCheckout),
                new SimpleDeed(
                        "a checkout with a voucher", "one order, one use of the voucher", MoneyDeeds::voucherCheckout),
                new SimpleDeed("a bank transfer", "one paid order, its unit allocated", MoneyDeeds::bankTransfer),
                new SimpleDeed("a refund by a clerk", "the goods' money back once", MoneyDeeds::partialRefund),
                new SimpleDeed(
                        "the refund of a cancelled order", "the money back once, the unit too", MoneyDeeds::refund),
                new SimpleDeed(
                        "taking units out of an order", "two units' money back, one unit stays", MoneyDeeds::drop));
    }

    private static Attempt cashCheckout(RacingMarket market) {
        var shop = market.shop();
        var sku = market.product(UNITS);
        var cart = shop.cart(List.of(new Line(sku, 1)));
        return new Try(
                () -> {
                    var unused = shop.surely(() -> shop.checkout(cart, "cod", sku));
                },
                books -> {
                    var order = new CardOrder(
                            sku,
                            shop.surely(() -> shop.checkout(cart, "cod", sku)).json());
                    books.order(order.api(""), "orderState", "CONFIRMED");
                    books.stock(sku, new Level(UNITS, 1, 0, UNITS - 1));
                });
    }

    private static Attempt cardCheckout(RacingMarket market) {
        var shop = market.shop();
        var sku = market.product(UNITS);
        var cart = shop.cart(List.of(new Line(sku, 1)));
        return new Try(
                () -> {
                    var order = new CardOrder(
                            sku,
                            shop.surely(() -> shop.checkout(cart, "card", sku)).json());
                    var unused = shop.pay(order.paymentPage());
                    paid(market, order);
                },
                books -> {
                    var order = new CardOrder(
                            sku,
                            shop.surely(() -> shop.checkout(cart, "card", sku)).json());
                    books.order(order.api(""), "paymentState", "PAID");
                    books.money(order.id(), new Money(1, order.total(), 0));
                    books.stock(sku, new Level(UNITS, 1, 0, UNITS - 1));
                });
    }

    private static void paid(RacingMarket market, CardOrder order) {
        var books = new Books(market);
        books.order(order.api(""), "paymentState", "PAID");
        if (!books.wrong().isEmpty()) {
            throw new IllegalStateException(books.wrong().toString());
        }
    }

    private static Attempt bankTransfer(RacingMarket market) {
        var order = PaidByTransfer.order(market);
        return new Try(
                () -> {
                    var told = PaidByTransfer.transfer(order, "only");
                    var unused = market.shop().surely(() -> market.bank().tell(told));
                },
                books -> {
                    books.order(order.api(""), "paymentState", "PAID");
                    books.stock(order.sku(), new Level(1, 1, 0, 0));
                    books.bank();
                });
    }

    private static Attempt partialRefund(RacingMarket market) {
        var order = CardOrder.paid(market);
        return new Try(
                () -> {
                    var unused = market.shop().surely(() -> RefundedTogether.refund(market, order, order.sku()));
                },
                books -> books.money(order.id(), new Money(1, order.total(), RefundedTogether.goods(order))));
    }

    private static Attempt refund(RacingMarket market) {
        var shop = market.shop();
        var order = CardOrder.paid(market);
        return new Try(
                () -> {
                    var unused = shop.surely(() -> shop.post(order.api("/cancellations"), Map.of(), Map.of()));
                },
                books -> {
                    books.order(order.api(""), "paymentState", "REFUNDED");
                    books.money(order.id(), new Money(1, order.total(), order.total()));
                    books.stock(order.sku(), new Level(1, 0, 0, 1));
                });
    }

    private static Attempt drop(RacingMarket market) {
        var order = DroppedTogether.paid(market);
        return new Try(
                () -> {
                    var unused = market.shop().surely(() -> DroppedTogether.drop(market, order, order.sku()));
                },
                books -> DroppedTogether.dropped(books, order));
    }

    private static Attempt voucherCheckout(RacingMarket market) {
        var shop = market.shop();
        var sku = market.product(UNITS);
        var voucher = Voucher.issue(market, "V" + sku.replace("-", ""), 1, 1);
        var cart = shop.cart(List.of(new Line(sku, 1)));
        return new Try(
                () -> {
                    var unused = shop.surely(() -> voucher.use(cart, "0912345678", sku));
                },
                books -> {
                    var order = new CardOrder(
                            sku,
                            shop.surely(() -> voucher.use(cart, "0912345678", sku))
                                    .json());
                    books.order(order.api(""), "orderState", "CONFIRMED");
                    books.equal("uses", 1L, voucher.used());
                    books.stock(sku, new Level(UNITS, 1, 0, UNITS - 1));
                });
    }
}
