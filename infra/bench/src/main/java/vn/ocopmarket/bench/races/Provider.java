package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.standalone.RunningMarket;

/** The money as the card provider knows it, asked of the provider itself and not of the market. */
final class Provider {

    private static final int PAGE = 100;

    private final Shop shop;
    private final String base;
    private final Map<String, String> key;

    Provider(Shop shop, RunningMarket market, Properties secrets) {
        this.shop = shop;
        this.base = market.stripe();
        this.key = Map.of("Authorization", "Bearer sk_test_" + secrets.getProperty("stripe.secret.key"));
    }

    /**
     * What came in for an order and what went back, in dong.
     *
     * @param payments how many sessions were paid
     */
    record Money(int payments, long paid, long refunded) {

        static final Money NONE = new Money(0, 0, 0);

        Money and(Money more) {
            return new Money(payments + more.payments, paid + more.paid, refunded + more.refunded);
        }
    }

    Money of(String orderId) {
        var intents = new HashSet<String>();
        var paid = 0L;
        for (var session : all("/v1/checkout/sessions")) {
            if (session.path("client_reference_id").asString("").equals(orderId)
                    && session.path("payment_status").asString("").equals("paid")) {
                intents.add(session.path("payment_intent").asString(""));
                paid += session.path("amount_total").asLong();
            }
        }
        var refunded = all("/v1/refunds").stream()
                .filter(refund -> intents.contains(refund.path("payment_intent").asString("")))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
        return new Money(intents.size(), paid, refunded);
    }

    /** The money of all orders that were ever paid. */
    Map<String, Money> byOrder() {
        var orders = new HashMap<String, String>();
        var money = new HashMap<String, Money>();
        for (var session : all("/v1/checkout/sessions")) {
            if (session.path("payment_status").asString("").equals("paid")) {
                var order = session.path("client_reference_id").asString("");
                orders.put(session.path("payment_intent").asString(""), order);
                money.merge(order, new Money(1, session.path("amount_total").asLong(), 0), Money::and);
            }
        }
        for (var refund : all("/v1/refunds")) {
            var order = orders.getOrDefault(refund.path("payment_intent").asString(""), "nobody's");
            money.merge(order, new Money(0, 0, refund.path("amount").asLong()), Money::and);
        }
        return money;
    }

    /** Every webhook more than once and out of order, or as it should be. */
    void disorder(boolean on) {
        fail(on ? Map.of("duplicateWebhooks", 4, "disorderMillis", 400) : Map.of());
    }

    /** From now on these go wrong, by the names of the simulator; nothing when empty. */
    void fail(Map<String, Object> faults) {
        var unused = shop.surely(() -> shop.post(base + "/_control/faults", faults, Map.of()));
    }

    private List<JsonNode> all(String path) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        while (true) {
            var asked = base + path + "?limit=" + PAGE + after;
            var page = shop.surely(() -> shop.get(asked, key)).json();
            page.path("data").forEach(found::add);
            if (!page.path("has_more").asBoolean() || found.isEmpty()) {
                return found;
            }
            after = "&starting_after=" + found.getLast().path("id").asString();
        }
    }
}
