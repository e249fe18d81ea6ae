package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Shop.Line;

/** One of many who buy, sell and move at random; each answer is compared with the one the model foretells. */
final class Trader {

    private static final int HUNDRED = 100;

    private final Chance chance;
    private final StockKeeper keeper;
    private final Carrier carrier;
    private final Buyer buyer;

    Trader(RacingMarket market, TradeModel model, Till till, Books books, Chance chance) {
        var foretelling = new Foretelling(market, model, books);
        this.chance = chance;
        this.keeper = new StockKeeper(market, model, foretelling, chance);
        this.carrier = new Carrier(market, model, foretelling, chance);
        this.buyer = new Buyer(market, model, till, foretelling, chance);
    }

    /** How many things it did or is doing. */
    int operations() {
        return chance.operations();
    }

    /** Does so many things, and lets arrive what is on its way then. */
    void trade(int times) {
        for (var time = 1; time <= times; time++) {
            chance.next(time);
            trade();
        }
        buyer.finish();
    }

    private void trade() {
        var dice = chance.below(HUNDRED);
        if (dice < 18) {
            keeper.receive();
        } else if (dice < 22) {
            keeper.adjust();
        } else if (dice < 25) {
            keeper.count();
        } else if (dice < 30) {
            carrier.transfer();
        } else if (dice < 51 || !buyer.hasOrders()) {
            buyer.order();
        } else if (dice < 62) {
            buyer.drop();
        } else {
            buyer.move();
        }
    }

    static List<Line> lines(Map<String, Long> units) {
        return units.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }
}
