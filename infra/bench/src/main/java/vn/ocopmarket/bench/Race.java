package vn.ocopmarket.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.ocopmarket.standalone.client.Officer;

/** Many buyers for the last units of one SKU: all carts are filled first, then everybody orders at once. */
final class Race {

    private final String storefront;
    private final Officer officer;

    Race(String storefront, Officer officer) {
        this.storefront = storefront;
        this.officer = officer;
    }

    /**
     * How it ended.
     *
     * @param answers how often each status came
     * @param levels stock of the SKU afterwards, as the staff see it
     */
    record Outcome(int buyers, Map<Integer, Integer> answers, Duration took, String levels) {}

    Outcome run(String sku, int buyers, Checkout checkout) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(buyers)) {
            var connections = new ArrayList<Connection>();
            var waiting = new ArrayList<Future<Integer>>();
            for (var buyer = 0; buyer < buyers; buyer++) {
                var connection = new Connection(storefront);
                connections.add(connection);
                var order = checkout.place(AddToCart.fill(connection, sku), sku + "-" + buyer);
                waiting.add(threads.submit(() -> {
                    start.await();
                    return connection.send(order).status();
                }));
            }
            var began = System.nanoTime();
            start.countDown();
            var answers = new TreeMap<Integer, Integer>();
            for (var answer : waiting) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            connections.forEach(Connection::close);
            return new Outcome(buyers, answers, took, levels(sku));
        }
    }

    private String levels(String sku) {
        return officer.api()
                .get(storefront + "/api/v1/stock?sku=" + sku)
                .path("items")
                .toString();
    }
}
