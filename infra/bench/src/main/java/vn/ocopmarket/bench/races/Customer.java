package vn.ocopmarket.bench.races;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.ocopmarket.bench.races.Bought.Meant;
import vn.ocopmarket.bench.races.Shop.Line;

/** Buys one unit after the other, pays or does not, and changes its mind, as buyers do. */
final class Customer {

    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RacingMarket market;
    private final Books books;
    private final List<String> skus;
    private final String name;
    private final SplittableRandom random;
    private final List<Bought> bought = new ArrayList<>();
    private int turnedAway;

    /** @param name that no other has, in any run on this market */
    Customer(RacingMarket market, Books books, List<String> skus, String name, long seed) {
        this.market = market;
        this.books = books;
        this.skus = List.copyOf(skus);
        this.name = name;
        this.random = new SplittableRandom(seed);
    }

    List<Bought> bought() {
        return List.copyOf(bought);
    }

    /** How often the provider could not be reached for so long that no payment could begin. */
    int turnedAway() {
        return turnedAway;
    }

    /** Until that reading of the clock of this machine. */
    void trade(long end) {
        for (var time = 0; System.nanoTime() < end; time++) {
            buy(name + "-" + time);
            Shop.pause(Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
        }
    }

    private void buy(String key) {
        var shop = market.shop();
        var sku = skus.get(random.nextInt(skus.size()));
        var meant = Meant.values()[random.nextInt(Meant.values().length)];
        var cart = shop.cart(List.of(new Line(sku, 1)));
        var answer = shop.untilAnswered(() -> shop.checkout(cart, meant.method(), key));
        if (answer.status() != 201) {
            turnedAway++;
            return;
        }
        var order = new CardOrder(sku, answer.json());
        bought.add(new Bought(order, live(order, meant, key)));
    }

    /** What became of it: who cancels a moment after paying may be too late to be paid, or too early. */
    private Meant live(CardOrder order, Meant meant, String key) {
        switch (meant) {
            case ABANDONED, ON_DELIVERY -> {
                // Nobody does anything more.
            }
            case PAID -> pay(order);
            case CANCELLED -> {
                pay(order);
                cancel(order);
            }
            case CANCELLED_UNPAID -> cancel(order);
            case REFUNDED_IN_PART -> {
                pay(order);
                books.order(order.api(""), "paymentState", "PAID");
                var unused = market.shop().surely(() -> RefundedTogether.refund(market, order, key));
            }
        }
        return meant;
    }

    private void pay(CardOrder order) {
        var unused =
                market.shop().untilAnswered(() -> new Shop.Answer(market.shop().pay(order.paymentPage()), ""));
    }

    /** Money that has come and is not booked yet stands in the way for a moment; whoever wants to cancel tries again. */
    private void cancel(CardOrder order) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = market.shop()
                    .untilAnswered(() -> market.shop().post(order.api("/cancellations"), Map.of(), Map.of()));
            if (answer.status() == 200) {
                return;
            }
            if (answer.status() != 409 || System.nanoTime() > deadline) {
                books.equal("cancellation of " + order.id(), 200, answer);
                return;
            }
            Shop.pause(AGAIN);
        }
    }
}
