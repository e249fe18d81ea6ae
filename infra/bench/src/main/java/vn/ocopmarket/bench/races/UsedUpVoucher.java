package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Shop.Ask;
import vn.ocopmarket.bench.races.Shop.Line;

/** A voucher for a few orders that many buyers want at the same moment, and one buyer who wants it for many orders. */
final class UsedUpVoucher implements Trial {

    private static final int BUYERS = 200;
    private static final int USES = 10;
    private static final int CARTS = 40;

    @Override
    public String name() {
        return "a voucher with %d uses and %d buyers, and one buyer with %d carts".formatted(USES, BUYERS, CARTS);
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        var many = race(market, Voucher.issue(market, "DUA-MANY", USES, 1), BUYERS, USES, books);
        var one = race(market, Voucher.issue(market, "DUA-ONE", USES, 1), CARTS, 1, books);
        books.complaints();
        return new Row(name(), "%d orders have it, and 1".formatted(USES), many + " and " + one, books.wrong());
    }

    /** Everybody is another buyer, unless only one may win. */
    private static String race(RacingMarket market, Voucher voucher, int orders, int winners, Books books) {
        var sku = market.product(orders);
        var carts = IntStream.range(0, orders)
                .mapToObj(_ -> market.shop().cart(List.of(new Line(sku, 1))))
                .toList();
        var asks = IntStream.range(0, orders)
                .<Ask>mapToObj(number -> () -> voucher.use(
                        carts.get(number), "09%08d".formatted(winners == 1 ? 1 : number), voucher.code() + number))
                .toList();
        var answers = AtOnce.count(AtOnce.ask(market.shop(), asks));
        books.equal("answers", new TreeMap<>(Map.of(201, winners, 409, orders - winners)), answers);
        books.equal("uses of " + voucher.code(), (long) winners, voucher.used());
        books.stock(sku, new Level(orders, winners, 0, orders - winners));
        return answers.toString();
    }
}
