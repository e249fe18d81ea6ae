package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Reading a product. */
record ProductPage(List<byte[]> requests) implements Scenario {

    static ProductPage of(List<String> ids) {
        return new ProductPage(
                ids.stream().map(id -> Requests.get("/api/v1/products/" + id)).toList());
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = Scenario.expect(200, connection.send(requests.get(random.nextInt(requests.size()))));
    }
}
