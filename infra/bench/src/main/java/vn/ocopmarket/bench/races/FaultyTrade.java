package vn.ocopmarket.bench.races;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.races.Clerk.Level;
import vn.ocopmarket.bench.races.Provider.Money;

/**
 * Trade while a fifth of what is asked of the card provider goes wrong: half of it fails, half is carried out and never
 * answered; a fifth of the webhooks is lost, the others come twice, disordered, each after a forged one; and now and then
 * nobody answers at all. Ends with 0 only when in the end every order has the money and the stock that its buyer was told.
 */
public final class FaultyTrade {

    private static final int CUSTOMERS = 8;
    private static final int PRODUCTS = 40;
    private static final int UNITS = 20_000;
    private static final int SHOWN = 20;
    private static final Duration HOLD = Duration.ofSeconds(90);
    private static final Duration BETWEEN_OUTAGES = Duration.ofMinutes(4);
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    private static final Map<String, Object> A_FIFTH = Map.of(
            "errorRate",
            0.1,
            "lostAnswerRate",
            0.1,
            "lostWebhookRate",
            0.2,
            "delayMillis",
            30,
            "duplicateWebhooks",
            1,
            "disorderMillis",
            2_000,
            "forgedWebhooks",
            true);

    private FaultyTrade() {}

    /** @param arguments how many minutes, and a seed to repeat a run */
    public static void main(String[] arguments) throws Exception {
        var minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        var settings = Map.of("OCOP_CHECKOUT_HOLD", HOLD.toSeconds() + "s");
        try (var market = new RacingMarket(Path.of(System.getProperty("ocop.home", ".")), settings)) {
            var wrong = run(market, Duration.ofMinutes(minutes), seed);
            System.out.println(wrong.isEmpty() ? "nothing lost, nothing doubled" : wrong.size() + " differences");
            wrong.stream().limit(SHOWN).forEach(System.out::println);
            System.exit(wrong.isEmpty() ? 0 : 1);
        }
    }

    private static List<String> run(RacingMarket market, Duration duration, long seed) throws Exception {
        var skus = IntStream.range(0, PRODUCTS)
                .mapToObj(_ -> market.product(UNITS))
                .toList();
        var books = new Books(market);
        var end = System.nanoTime() + duration.toNanos();
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> new Customer(market, books, skus, "customer-" + number, seed + number))
                .toList();
        try (var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            var waiting = new ArrayList<Future<?>>();
            market.provider().fail(A_FIFTH);
            customers.forEach(customer -> waiting.add(threads.submit(() -> customer.trade(end))));
            interrupt(market, end);
            for (var one : waiting) {
                var unused = one.get();
            }
        }
        market.provider().fail(Map.of());
        var all = customers.stream()
                .flatMap(customer -> customer.bought().stream())
                .toList();
        // What nobody pays ends with its hold.
        Shop.pause(HOLD);
        prove(market, all, skus, books);
        report(market, customers, all);
        return books.wrong();
    }

    private static void interrupt(RacingMarket market, long end) {
        while (end - System.nanoTime() > BETWEEN_OUTAGES.plus(OUTAGE).toNanos()) {
            Shop.pause(BETWEEN_OUTAGES);
            market.provider().fail(Map.of("down", true));
            Shop.pause(OUTAGE);
            market.provider().fail(A_FIFTH);
        }
    }

    private static void prove(RacingMarket market, List<Bought> all, List<String> skus, Books books) {
        var money = new TreeMap<String, Money>();
        var allocated = new TreeMap<String, Long>();
        for (var bought : all) {
            bought.prove(books);
            if (!bought.money().equals(Money.NONE)) {
                money.put(bought.order().id(), bought.money());
            }
            if (bought.keepsGoods()) {
                allocated.merge(bought.order().sku(), 1L, Long::sum);
            }
        }
        for (var sku : skus) {
            var units = allocated.getOrDefault(sku, 0L);
            books.stock(sku, new Level(UNITS, units, 0, UNITS - units));
        }
        books.allMoney(money);
        books.complaints();
    }

    private static void report(RacingMarket market, List<Customer> customers, List<Bought> all) {
        var told = all.stream().collect(Collectors.groupingBy(Bought::meant, TreeMap::new, Collectors.counting()));
        System.out.printf("%d orders, by what their buyers wanted: %s%n", all.size(), told);
        System.out.println("checkouts given up, as no payment could begin: "
                + customers.stream().mapToInt(Customer::turnedAway).sum());
        System.out.println(
                "the comparison with the provider says: " + market.clerk().comparison());
    }
}
