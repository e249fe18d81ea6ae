package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** The searches of {@link DistinctSearch} sent straight to Elasticsearch, each with another price as well. */
public record DirectDistinctSearch(List<String> sources) implements Scenario {

    private static final String MARK = Integer.toString(DistinctSearch.MARK);

    public DirectDistinctSearch {
        // Whoever looks for other words asks without ticks first.
        sources = sources.stream().filter(source -> source.contains(MARK)).toList();
    }

    @Override
    public String name() {
        return "these on Elasticsearch itself";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var price = Integer.toString(DistinctSearch.leastPrice(random));
        var source = sources.get(random.nextInt(sources.size())).replace(MARK, price);
        var unused = Scenario.expect(200, connection.send(DirectSearch.request(source)));
    }
}
