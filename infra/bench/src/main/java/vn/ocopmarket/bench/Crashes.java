package vn.ocopmarket.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.ocopmarket.standalone.RunningMarket;

/**
 * Kills parts of a market at random moments while buyers order, then proves that nothing was lost or doubled. Ends with 1 when
 * something was.
 */
public final class Crashes {

    private static final List<String> PARTS = List.of(
            "embedded-mongo",
            "storefront-api",
            "catalog-service",
            "embedded-elasticsearch",
            "search-indexer",
            "stripe-simulator");
    private static final int PRODUCTS = 100;
    private static final int BUYERS = 8;
    private static final int SHORTEST_MILLIS = 1_500;
    private static final int LONGEST_MILLIS = 6_000;
    private static final int ORDERS_BETWEEN_KILLS = 50;
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(3);

    private Crashes() {}

    /** @param arguments how many kills, and a seed to repeat a run */
    public static void main(String[] arguments) throws Exception {
        var kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        var home = BenchOptions.parse().home();
        var data = Files.createTempDirectory("ocop-crashes-");
        try (var market =
                RunningMarket.start(home, data, List.of("--no-sample-data"), Map.of("OCOP_AOT_CACHE", "read"))) {
            System.out.println("seed " + seed + ", data in " + data);
            var wrong = run(market, kills, new SplittableRandom(seed));
            wrong.forEach(System.out::println);
            System.out.println(wrong.isEmpty() ? "nothing lost, nothing doubled" : "WRONG");
            System.exit(wrong.isEmpty() ? 0 : 1);
        }
    }

    private static List<String> run(RunningMarket market, int kills, SplittableRandom random) throws Exception {
        var filled = new FilledMarket(market, Words.ocop(), PRODUCTS);
        var unused = filled.fill();
        var buyers = new ArrayList<PersistentBuyer>();
        for (var number = 0; number < BUYERS; number++) {
            var buyer = new PersistentBuyer(market.storefront(), Checkout.toHanoi(filled.sellableSkus()), number);
            buyers.add(buyer);
            buyer.start();
        }
        for (var kill = 0; kill < kills; kill++) {
            Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
            var part = PARTS.get(kill < PARTS.size() ? kill : random.nextInt(PARTS.size()));
            var confirmed =
                    buyers.stream().mapToInt(buyer -> buyer.orders().size()).sum();
            System.out.println("kill " + (kill + 1) + ": " + part + ", " + confirmed + " orders so far");
            market.kill(part);
            awaitOrders(buyers, confirmed + ORDERS_BETWEEN_KILLS);
        }
        Thread.sleep(LONGEST_MILLIS);
        buyers.forEach(PersistentBuyer::finish);
        var orders = new ArrayList<PersistentBuyer.Order>();
        for (var buyer : buyers) {
            buyer.join();
            orders.addAll(buyer.orders());
        }
        System.out.println(orders.size() + " orders confirmed");
        return new Proof(market, filled).of(orders);
    }

    private static int confirmed(List<PersistentBuyer> buyers) {
        return buyers.stream().mapToInt(buyer -> buyer.orders().size()).sum();
    }

    /** The next kill is to hit checkouts, so business must be going on again. */
    private static void awaitOrders(List<PersistentBuyer> buyers, int orders) throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (confirmed(buyers) < orders) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no orders any more for " + LONGEST_OUTAGE);
            }
            Thread.sleep(100);
        }
    }
}
