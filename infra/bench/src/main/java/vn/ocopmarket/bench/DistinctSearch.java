package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** The searches of {@link Search}, each with another least price that none is below, so that no two are the same. */
record DistinctSearch(List<GeneratedCatalogue.Query> queries) implements Scenario {

    private static final int BELOW_ALL_PRICES = 5_000;

    @Override
    public String name() {
        return "the same, no two alike";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var query = queries.get(random.nextInt(queries.size()));
        var request = Requests.get("/api/v1/products?q=%s&group=%02d&limit=20&minPrice=%d"
                .formatted(Requests.parameter(query.text()), query.group(), random.nextInt(BELOW_ALL_PRICES)));
        var unused = Scenario.expect(200, connection.send(request));
    }
}
