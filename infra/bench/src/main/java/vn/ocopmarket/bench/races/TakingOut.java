package vn.ocopmarket.bench.races;

import java.util.Map;
import vn.ocopmarket.bench.races.Shop.Answer;

/** Units that are taken out of an order before it is packed, by who ordered them or by staff. */
record TakingOut(RacingMarket market, TradeModel model, Till till, Foretelling foretelling, Chance chance) {

    /** The order afterwards; as it was when it could not be. */
    KnownOrder drop(KnownOrder order) {
        var skus = order.goods().skus();
        var units = chance.basket(skus);
        return model.alone(skus, () -> {
            var isByBuyer = chance.below(2) == 0;
            var answer = isByBuyer ? askedByBuyer(order, units) : doneByStaff(order, units);
            var isPossible = order.mayLose(units);
            foretelling
                    .books()
                    .equal(
                            "%s taken out of an order that is %s and has %s: %s"
                                    .formatted(
                                            units, order.state(), order.goods().units(), answer),
                            isPossible ? 201 : 409,
                            answer.status());
            var after = isPossible ? dropped(order, units) : order;
            foretelling.shelves(skus);
            return after;
        });
    }

    /** What would leave last goes back to where it was; what was paid for it goes back, or is not asked for at the door. */
    private KnownOrder dropped(KnownOrder order, Map<String, Long> units) {
        var out = order.goods().last(units);
        out.each((sku, heap, some) -> model.shelf(sku).promise(heap, -some, 0));
        var worth = units.entrySet().stream()
                .mapToLong(line -> line.getValue() * market.price(line.getKey()))
                .sum();
        if (order.isByCard()) {
            till.refunded(order.id(), worth);
        }
        till.tookOut(out);
        var after = order.without(out, worth);
        new Moving(market, after).proveGoods(foretelling.books());
        return after;
    }

    private Answer askedByBuyer(KnownOrder order, Map<String, Long> units) {
        var body = Map.of("kind", "DROP", "lines", Trader.lines(units));
        var key = Map.of("Idempotency-Key", chance.key());
        return market.shop().untilAnswered(() -> market.shop().post(order.api("/requests"), body, key));
    }

    private Answer doneByStaff(KnownOrder order, Map<String, Long> units) {
        var body = Map.of("lines", Trader.lines(units), "words", "Hết hàng");
        var path = "/api/v1/orders/" + order.id() + "/drops";
        return market.shop().untilAnswered(() -> market.clerk().post(path, body, chance.key()));
    }
}
