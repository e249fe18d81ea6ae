package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.PersistentBuyer.Order;
import vn.ocopmarket.standalone.RunningMarket;

/** Whether a market agrees with the orders that it confirmed. */
final class Proof {

    private static final int DRAIN_SECONDS = 60;

    private final RunningMarket market;
    private final FilledMarket filled;

    Proof(RunningMarket market, FilledMarket filled) {
        this.market = market;
        this.filled = filled;
    }

    /** What is wrong, in words; empty when all is well. */
    List<String> of(List<Order> orders) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        everyOrderIsThere(orders, wrong);
        noOrderIsTwice(orders, wrong);
        stockAgrees(orders, wrong);
        filled.officer().awaitFound(filled.catalogue().size());
        return wrong;
    }

    private void everyOrderIsThere(List<Order> orders, List<String> wrong) throws IOException {
        try (var connection = new Connection(market.storefront())) {
            for (var order : orders) {
                var path = order.tracking().substring(order.tracking().indexOf("/orders/"));
                var answer = connection.send(Requests.get("/api/v1" + path));
                if (answer.status() != 200 || !Json.text(answer, "number").equals(order.number())) {
                    wrong.add("order " + order.number() + " is lost: " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    private static void noOrderIsTwice(List<Order> orders, List<String> wrong) {
        var numbers = new HashSet<String>();
        for (var order : orders) {
            if (!numbers.add(order.number())) {
                wrong.add("order number " + order.number() + " was given twice");
            }
        }
    }

    /** Every confirmed order, and nothing else, has taken one unit; no hold is left. */
    private void stockAgrees(List<Order> orders, List<String> wrong) throws InterruptedException {
        var sold = new HashMap<String, Long>();
        orders.forEach(order -> sold.merge(order.sku(), 1L, Long::sum));
        var differences = differences(sold);
        for (var tries = 0; tries < DRAIN_SECONDS && !differences.isEmpty(); tries++) {
            Thread.sleep(1_000);
            differences = differences(sold);
        }
        wrong.addAll(differences);
        var report = filled.officer().api().get(market.storefront() + "/api/v1/stock/reconciliation?fresh=true");
        if (!report.path("discrepancies").isEmpty()) {
            wrong.add("stock and ledger disagree: " + report);
        }
    }

    private List<String> differences(Map<String, Long> sold) {
        var differences = new ArrayList<String>();
        for (var sku : filled.sellableSkus()) {
            var level = filled.officer()
                    .api()
                    .get(market.storefront() + "/api/v1/stock?sku=" + sku)
                    .get("items")
                    .get(0);
            var expected = sold.getOrDefault(sku, 0L);
            var allocated = level.get("allocated").asLong();
            var missing = level.get("onHand").asLong() - level.get("available").asLong();
            if (allocated != expected || missing != expected) {
                differences.add("%s: %d orders, but the stock is %s".formatted(sku, expected, level));
            }
        }
        return differences;
    }
}
