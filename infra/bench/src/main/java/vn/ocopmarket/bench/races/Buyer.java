package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.races.KnownOrder.Move;
import vn.ocopmarket.bench.races.KnownOrder.State;
import vn.ocopmarket.bench.races.Shop.Answer;

/** The orders of one trader: made, paid, made smaller, packed, sent and cancelled, in whatever order comes to mind. */
final class Buyer {

    private static final int OPEN_ORDERS = 12;

    private final RacingMarket market;
    private final TradeModel model;
    private final Foretelling foretelling;
    private final Chance chance;
    private final Progress progress;
    private final TakingOut takingOut;
    private final List<KnownOrder> orders = new ArrayList<>();

    Buyer(RacingMarket market, TradeModel model, Till till, Foretelling foretelling, Chance chance) {
        this.market = market;
        this.model = model;
        this.foretelling = foretelling;
        this.chance = chance;
        this.progress = new Progress(market, model, till, foretelling);
        this.takingOut = new TakingOut(market, model, till, foretelling, chance);
    }

    boolean hasOrders() {
        return !orders.isEmpty();
    }

    void order() {
        var wanted = chance.basket();
        var method = chance.below(2) == 0 ? "card" : "cod";
        var shop = market.shop();
        var placed = model.alone(wanted.keySet(), () -> {
            var isPossible = model.hasAvailable(Clerk.WAREHOUSE, wanted);
            var filled = Filling.cart(shop, Trader.lines(wanted));
            var answer = filled.status() == 200
                    ? shop.untilAnswered(() -> shop.checkout(filled.json(), method, chance.key()))
                    : filled;
            foretelling.answer(wanted.keySet(), isPossible, answer, 201);
            var order = answer.status() == 201
                    ? Optional.of(placed(model.first(Clerk.WAREHOUSE, wanted), answer, method.equals("card")))
                    : Optional.<KnownOrder>empty();
            foretelling.shelves(wanted.keySet());
            return order;
        });
        placed.ifPresent(this::keep);
    }

    private KnownOrder placed(Goods goods, Answer answer, boolean byCard) {
        goods.each((sku, heap, units) -> model.shelf(sku).promise(heap, byCard ? 0 : units, byCard ? units : 0));
        return new KnownOrder(goods, answer.json(), byCard ? State.AWAITING_MONEY : State.CONFIRMED, 0);
    }

    /** What has left arrives before it is forgotten, so that in the end all that was sold is settled. */
    private void keep(KnownOrder order) {
        if (orders.size() < OPEN_ORDERS) {
            orders.add(order);
            return;
        }
        var forgotten = chance.below(OPEN_ORDERS);
        deliver(forgotten);
        orders.set(forgotten, order);
    }

    /** What is on its way arrives. */
    void finish() {
        IntStream.range(0, orders.size()).forEach(this::deliver);
    }

    private void deliver(int which) {
        var order = orders.get(which);
        if (order.state() == State.HANDED_OVER) {
            orders.set(which, progress.move(order, Move.DELIVER));
        }
    }

    void move() {
        var which = chance.below(orders.size());
        var order = orders.get(which);
        // Who is asked for money mostly pays: only then is there any to go back.
        var isDue = order.state() == State.AWAITING_MONEY && chance.below(2) == 0;
        var move = isDue ? Move.PAY : chance.of(List.of(Move.values()));
        if (move != Move.PAY || order.state() == State.AWAITING_MONEY) {
            orders.set(which, progress.move(order, move));
        }
    }

    /** Units are taken out of an order, mostly of one that still allows it. */
    void drop() {
        var all = IntStream.range(0, orders.size()).boxed().toList();
        var confirmed = all.stream()
                .filter(each -> orders.get(each).state() == State.CONFIRMED)
                .toList();
        var which = chance.of(confirmed.isEmpty() || chance.below(5) == 0 ? all : confirmed);
        orders.set(which, takingOut.drop(orders.get(which)));
    }
}
