package vn.ocopmarket.bench.races;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;
import vn.ocopmarket.bench.races.Shop.Line;

/** Buyers pay around the moment at which their hold runs out, while somebody else waits for the same last unit. */
final class HoldRunsOut implements Trial {

    private static final int BUYERS = 24;
    private static final Duration EARLIEST = Duration.ofMillis(-900);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration WAITING = Duration.ofSeconds(6);

    @Override
    public String name() {
        return BUYERS + " holds that run out during payment, each wanted by somebody else";
    }

    @Override
    public Row run(RacingMarket market) {
        var books = new Books(market);
        var seen = new TreeMap<String, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<String>>();
            for (var buyer = 0; buyer < BUYERS; buyer++) {
                var after = EARLIEST.plus(BETWEEN.multipliedBy(buyer));
                var order = CardOrder.place(market);
                waiting.add(threads.submit(() -> payAround(market, order, after, books)));
            }
            for (var end : waiting) {
                seen.merge(end.get(), 1, Integer::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        books.complaints();
        return new Row(
                name(), "each unit sold once; who did not get it has the money back", seen.toString(), books.wrong());
    }

    private static String payAround(RacingMarket market, CardOrder order, Duration after, Books books) {
        var end = Instant.parse(order.checkout().path("holdExpiresAt").asString());
        Shop.pause(atLeastNothing(Duration.between(Instant.now(), end.plus(after))));
        var paid = market.shop().pay(order.paymentPage());
        var other = wanted(market, order.sku(), end.plus(WAITING));
        return proved(market, order, paid == 303, other, books);
    }

    /** Whether somebody else got the unit before that moment. */
    private static boolean wanted(RacingMarket market, String sku, Instant until) {
        var shop = market.shop();
        for (var tries = 0; Instant.now().isBefore(until); tries++) {
            var key = sku + "-other-" + tries;
            var cart = shop.untilAnswered(() -> shop.cartOnce(new Line(sku, 1)));
            if (cart.status() == 200
                    && shop.untilAnswered(() -> shop.checkout(cart.json(), "cod", key))
                                    .status()
                            == 201) {
                return true;
            }
            Shop.pause(BETWEEN);
        }
        return false;
    }

    private static String proved(RacingMarket market, CardOrder order, boolean paid, boolean other, Books books) {
        var settled = paid ? List.of("PAID", "REFUNDED") : List.of("ENDED");
        books.oneOf(order.api(""), "paymentState", settled);
        var state = order.seen(market.shop()).path("paymentState").asString();
        var has = state.equals("PAID");
        books.equal("both have the unit of " + order.sku(), false, has && other);
        books.money(order.id(), money(order, paid, has));
        var sold = has || other ? 1 : 0;
        books.stock(order.sku(), new Level(1, sold, 0, 1 - sold));
        return "payment %s, order %s, %s".formatted(paid ? "taken" : "refused", state, other ? "other bought" : "-");
    }

    private static Money money(CardOrder order, boolean paid, boolean has) {
        if (!paid) {
            return new Money(0, 0, 0);
        }
        return new Money(1, order.total(), has ? 0 : order.total());
    }

    private static Duration atLeastNothing(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
