package vn.ocopmarket.bench.growth;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Requests;
import vn.ocopmarket.bench.Scenario;

/** A buyer who looks where an order is. */
record OrderPage(List<byte[]> requests) implements Scenario {

    /** @param paths of orders, each with its token */
    static OrderPage of(List<String> paths) {
        return new OrderPage(paths.stream().map(path -> Requests.get(path)).toList());
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = Scenario.expect(200, connection.send(requests.get(random.nextInt(requests.size()))));
    }
}
