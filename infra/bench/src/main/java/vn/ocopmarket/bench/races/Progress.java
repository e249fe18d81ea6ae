package vn.ocopmarket.bench.races;

import vn.ocopmarket.bench.races.KnownOrder.Move;
import vn.ocopmarket.bench.races.KnownOrder.State;

/** Orders that go on or end, with what that means for stock and money. */
record Progress(RacingMarket market, TradeModel model, Till till, Foretelling foretelling) {

    /** The order afterwards; as it was when it could not be. */
    KnownOrder move(KnownOrder order, Move move) {
        var skus = order.goods().skus();
        return model.alone(skus, () -> {
            var answer = new Moving(market, order).make(move);
            foretelling
                    .books()
                    .equal(
                            "%s of an order that is %s: %s".formatted(move, order.state(), answer),
                            order.isRefused(move),
                            answer.status() >= 400);
            var after = order.with(order.after(move));
            book(order, after.state());
            new Moving(market, after).proveState(foretelling.books());
            foretelling.shelves(skus);
            return after;
        });
    }

    private void book(KnownOrder order, State after) {
        if (after == order.state()) {
            return;
        }
        var wasHeld = order.state() == State.AWAITING_MONEY;
        order.goods().each((sku, heap, units) -> {
            var shelf = model.shelf(sku);
            switch (after) {
                case CONFIRMED -> shelf.promise(heap, units, -units);
                case CANCELLED -> shelf.promise(heap, wasHeld ? 0 : -units, wasHeld ? -units : 0);
                case HANDED_OVER -> shelf.sell(heap, units);
                case AWAITING_MONEY, PACKED, DELIVERED -> {
                    // The goods stay where they are.
                }
            }
        });
        if (after == State.CONFIRMED) {
            till.paid(order.id(), order.total());
        }
        if (after == State.CANCELLED && order.isByCard() && !wasHeld) {
            till.refunded(order.id(), order.total() - order.takenOut());
        }
    }
}
