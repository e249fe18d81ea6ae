package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** The searches of {@link Search}, each with another least price that none is below, so that no two are the same. */
public record DistinctSearch(List<GeneratedCatalogue.Query> queries) implements Scenario {

    /** The least price of the searches that are captured, to be found in what reaches Elasticsearch. */
    static final int MARK = 4_321;

    private static final int BELOW_ALL_PRICES = 5_000;
    private static final int FOUR_DIGITS = 1_000;

    /** Always of four digits. */
    static int leastPrice(RandomGenerator random) {
        return random.nextInt(FOUR_DIGITS, BELOW_ALL_PRICES);
    }

    /** Each search once, with the price that is known. */
    public List<byte[]> marked() {
        return queries.stream().map(query -> request(query, MARK)).toList();
    }

    @Override
    public String name() {
        return "the same, no two alike";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var query = queries.get(random.nextInt(queries.size()));
        var unused = Scenario.expect(200, connection.send(request(query, leastPrice(random))));
    }

    private static byte[] request(GeneratedCatalogue.Query query, int leastPrice) {
        return Requests.get("/api/v1/products?q=%s&group=%02d&limit=20&minPrice=%d"
                .formatted(Requests.parameter(query.text()), query.group(), leastPrice));
    }
}
