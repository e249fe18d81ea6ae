package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** A search for words within a product group, a page of 20 with facet counts. */
public record Search(List<byte[]> requests) implements Scenario {

    public static Search of(List<GeneratedCatalogue.Query> queries) {
        return new Search(queries.stream()
                .map(query -> "/api/v1/products?q=%s&group=%02d&limit=20"
                        .formatted(Requests.parameter(query.text()), query.group()))
                .map(Requests::get)
                .toList());
    }

    @Override
    public String name() {
        return "search + facet, page of 20";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = Scenario.expect(200, connection.send(requests.get(random.nextInt(requests.size()))));
    }
}
