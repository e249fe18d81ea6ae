package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.ocopmarket.bench.races.KnownOrder.Move;
import vn.ocopmarket.bench.races.KnownOrder.State;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Line;

/** One of many who buy, sell and move at random; each answer is compared with the one the model foretells. */
final class Trader {

    private static final int MOST_SKUS = 3;
    private static final int MOST_UNITS = 4;
    private static final int OPEN_ORDERS = 12;

    private final RacingMarket market;
    private final TradeModel model;
    private final Books books;
    private final int number;
    private final SplittableRandom random;
    private final List<KnownOrder> orders = new ArrayList<>();
    private final AtomicLong paid = new AtomicLong();
    private final AtomicLong refunded = new AtomicLong();
    private volatile int operations;

    Trader(RacingMarket market, TradeModel model, Books books, int number, long seed) {
        this.market = market;
        this.model = model;
        this.books = books;
        this.number = number;
        this.random = new SplittableRandom(seed + number);
    }

    /** Dong that came in by card for orders of this trader. */
    long paid() {
        return paid.get();
    }

    long refunded() {
        return refunded.get();
    }

    /** How many things it did or is doing. */
    int operations() {
        return operations;
    }

    /** Does so many things. */
    void trade(int times) {
        for (var time = 0; time < times; time++) {
            operations = time + 1;
            var dice = random.nextInt(100);
            if (dice < 12) {
                receive();
            } else if (dice < 20) {
                adjust();
            } else if (dice < 45 || orders.isEmpty()) {
                order();
            } else {
                move(random.nextInt(orders.size()), Move.values()[random.nextInt(Move.values().length)]);
            }
        }
    }

    private void receive() {
        var lines = basket();
        model.alone(lines, () -> {
            market.clerk().receive(key(), lines(lines));
            lines.forEach((sku, units) -> model.change(sku, units, 0, 0));
            compare(lines);
        });
    }

    /** A correction up or down; down below what is promised must be refused. */
    private void adjust() {
        var sku = basket().firstKey();
        var difference = random.nextInt(-12, 6);
        if (difference == 0) {
            return;
        }
        model.alone(Map.of(sku, 1L), () -> {
            var isPossible = model.level(sku).available() + difference >= 0;
            var body =
                    Map.of("locationId", Clerk.WAREHOUSE, "sku", sku, "difference", difference, "reason", "CORRECTION");
            var answer = market.shop().untilAnswered(() -> market.clerk().move("adjustments", body, key()));
            foretold(Map.of(sku, 1L), isPossible, answer, 201);
            if (answer.status() == 201) {
                model.change(sku, difference, 0, 0);
            }
            compare(Map.of(sku, 1L));
        });
    }

    private void order() {
        var lines = basket();
        var method = random.nextBoolean() ? "card" : "cod";
        model.alone(lines, () -> {
            var isPossible = model.hasAvailable(lines);
            var filled = Filling.cart(market.shop(), lines(lines));
            var answer = filled.status() == 200
                    ? market.shop().untilAnswered(() -> market.shop().checkout(filled.json(), method, key()))
                    : filled;
            foretold(lines, isPossible, answer, 201);
            if (answer.status() == 201) {
                var byCard = method.equals("card");
                var state = byCard ? State.AWAITING_MONEY : State.CONFIRMED;
                keep(new KnownOrder(lines, answer.json(), state));
                lines.forEach((sku, units) -> model.change(sku, 0, byCard ? 0 : units, byCard ? units : 0));
            }
            compare(lines);
        });
    }

    private void keep(KnownOrder order) {
        if (orders.size() < OPEN_ORDERS) {
            orders.add(order);
        } else {
            orders.set(random.nextInt(OPEN_ORDERS), order);
        }
    }

    private void move(int which, Move move) {
        var order = orders.get(which);
        if (move == Move.PAY && order.state() != State.AWAITING_MONEY) {
            return;
        }
        model.alone(order.lines(), () -> {
            var answer = new Moving(market, order).make(move);
            books.equal(
                    "%s of an order that is %s: %s".formatted(move, order.state(), answer),
                    order.isRefused(move),
                    answer.status() >= 400);
            var after = order.with(order.after(move));
            orders.set(which, after);
            book(order, after.state());
            new Moving(market, after).proveState(books);
            compare(order.lines());
        });
    }

    /** What a move means for stock and money. */
    private void book(KnownOrder order, State after) {
        if (after == order.state()) {
            return;
        }
        order.lines().forEach((sku, units) -> {
            switch (after) {
                case CONFIRMED -> model.change(sku, 0, units, -units);
                case CANCELLED -> {
                    var wasHeld = order.state() == State.AWAITING_MONEY;
                    model.change(sku, 0, wasHeld ? 0 : -units, wasHeld ? -units : 0);
                }
                case HANDED_OVER -> model.change(sku, -units, -units, 0);
                case AWAITING_MONEY, PACKED, DELIVERED -> {
                    // The goods stay where they are.
                }
            }
        });
        if (after == State.CONFIRMED) {
            paid.addAndGet(order.total());
        }
        if (after == State.CANCELLED && order.isByCard() && order.state() == State.CONFIRMED) {
            refunded.addAndGet(order.total());
        }
    }

    private void foretold(Map<String, Long> lines, boolean isPossible, Answer answer, int success) {
        if (lines.keySet().stream().allMatch(model::isWatched)) {
            books.equal("answer " + answer + " for " + lines, isPossible, answer.status() == success);
        } else if (answer.status() != success && answer.status() != 409) {
            books.equal("answer for " + lines, 409, answer);
        }
    }

    private void compare(Map<String, Long> lines) {
        lines.keySet().stream().filter(model::isWatched).forEach(sku -> books.level(sku, model.level(sku)));
    }

    private TreeMap<String, Long> basket() {
        var skus = model.skus();
        var basket = new TreeMap<String, Long>();
        for (var line = random.nextInt(1, MOST_SKUS + 1); line > 0; line--) {
            basket.put(skus.get(random.nextInt(skus.size())), random.nextLong(1, MOST_UNITS + 1));
        }
        return basket;
    }

    private static List<Line> lines(Map<String, Long> basket) {
        return basket.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    private String key() {
        return "trade-" + number + "-" + operations;
    }
}
