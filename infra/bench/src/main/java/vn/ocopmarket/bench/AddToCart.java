package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** A new anonymous cart with one line. */
record AddToCart(List<String> skus) implements Scenario {

    private static final byte[] NEW_CART = Requests.post("/api/v1/carts", "{}");

    @Override
    public String name() {
        return "add to cart (new cart)";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = fill(connection, skus.get(random.nextInt(skus.size())));
    }

    /** A filled cart, as the answer shows it. */
    static Connection.Answer fill(Connection connection, String sku) throws IOException {
        var cart = Json.text(Scenario.expect(201, connection.send(NEW_CART)), "id");
        var line = Requests.put("/api/v1/carts/" + cart + "/lines/" + sku, "{\"quantity\":1}");
        return Scenario.expect(200, connection.send(line));
    }
}
