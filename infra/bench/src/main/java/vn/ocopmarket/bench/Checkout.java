package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** A whole guest order from an empty cart to the placed order, paid on delivery. */
public record Checkout(List<String> skus, String provinceCode, String communeCode) implements Scenario {

    private static final String BODY = """
            {"cartId":"%s","contact":{"name":"Bench","phone":"0912345678","email":"%s@bench.example"},
             "delivery":{"kind":"ship","address":{"provinceCode":"%s","communeCode":"%s","street":"1 Bench"}},
             "paymentMethod":"cod","expectedTotal":%s,"confirmations":[]}""";

    public static Checkout toHanoi(List<String> skus) {
        return new Checkout(skus, "01", "00004");
    }

    @Override
    public String name() {
        return "whole checkout";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = order(connection, random);
    }

    /** Does it once, and gives what the buyer was answered. */
    public JsonNode placed(Connection connection, RandomGenerator random) throws IOException {
        return Json.tree(order(connection, random));
    }

    private Connection.Answer order(Connection connection, RandomGenerator random) throws IOException {
        var cart = AddToCart.fill(connection, skus.get(random.nextInt(skus.size())));
        return Scenario.expect(201, connection.send(place(cart, Long.toHexString(random.nextLong()))));
    }

    /** The request that places the order of a filled cart. */
    byte[] place(Connection.Answer filledCart, String key) throws IOException {
        var cart = Json.tree(filledCart);
        var body = BODY.formatted(
                cart.path("id").asString(),
                key,
                provinceCode,
                communeCode,
                cart.path("total").toString());
        return Requests.post("/api/v1/checkouts", body, "Idempotency-Key: bench-" + key);
    }
}
