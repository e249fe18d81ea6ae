package vn.ocopmarket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The searches of the storefront sent straight to Elasticsearch, exactly as its slow log shows them. */
public record DirectSearch(List<byte[]> requests) implements Scenario {

    private static final String INDEX = "/products";
    private static final String SOURCE = "elasticsearch.slowlog.source=";
    private static final String EVERYTHING = "{\"index.search.slowlog.threshold.query.warn\":\"0ms\"}";
    private static final String NOTHING = "{\"index.search.slowlog.threshold.query.warn\":\"-1\"}";

    public static DirectSearch of(List<String> sources) {
        return new DirectSearch(sources.stream().map(DirectSearch::request).toList());
    }

    static byte[] request(String source) {
        return Requests.post(INDEX + "/_search?typed_keys=true", source);
    }

    /** Sends each search once to the storefront and notes what reaches Elasticsearch. */
    public static List<String> capture(List<byte[]> searches, String storefront, String elasticsearch, Path log)
            throws IOException, InterruptedException {
        try (var index = new Connection(elasticsearch);
                var shop = new Connection(storefront)) {
            set(index, EVERYTHING);
            var before = sources(log).size();
            for (var request : searches) {
                var unused = Scenario.expect(200, shop.send(request));
            }
            Thread.sleep(500);
            set(index, NOTHING);
            var captured = sources(log);
            return captured.subList(before, captured.size());
        }
    }

    private static void set(Connection index, String settings) throws IOException {
        var unused = Scenario.expect(200, index.send(Requests.put(INDEX + "/_settings", settings)));
    }

    private static List<String> sources(Path log) {
        var sources = new ArrayList<String>();
        try (var lines = Files.lines(log)) {
            lines.filter(line -> line.contains(SOURCE)).forEach(line -> {
                var from = line.indexOf(SOURCE) + SOURCE.length();
                var to = line.indexOf("\" elasticsearch.slowlog.", from) + 1;
                sources.add(JsonMapper.shared().readValue(line.substring(from, to), String.class));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    @Override
    public String name() {
        return "the same search on Elasticsearch itself";
    }

    @Override
    public void once(Connection connection, RandomGenerator random) throws IOException {
        var unused = Scenario.expect(200, connection.send(requests.get(random.nextInt(requests.size()))));
    }
}
