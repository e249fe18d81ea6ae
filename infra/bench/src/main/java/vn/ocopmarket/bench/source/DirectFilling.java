package vn.ocopmarket.bench.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Json;
import vn.ocopmarket.bench.Requests;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

/**
 * Fills an index behind the alias with the documents that the indexer would make: its own projection and mapping, without
 * reading the sources over HTTP and comparing each with what is there, which takes as long again.
 */
public final class DirectFilling {

    private static final int AT_ONCE = 500;
    private static final int WRITERS = 2;
    private static final String MAPPING = "products-index.json";

    private final String elasticsearch;
    private final GeneratedRecords records;
    private final JsonMapper json = JsonMapper.shared();
    private final ProjectingProducts projecting = new ProjectingProducts(json::writeValueAsString, Clock.systemUTC());

    public DirectFilling(String elasticsearch, GeneratedRecords records) {
        this.elasticsearch = elasticsearch;
        this.records = records;
    }

    /** Makes an index with so many products, which searches do not see yet. */
    public void fill(int products) throws IOException, InterruptedException {
        var index = name(products);
        try (var connection = new Connection(elasticsearch)) {
            ok(connection.send(Requests.put("/" + index, definition())));
            write(index, products);
            ok(connection.send(
                    Requests.put("/" + index + "/_settings", "{\"index\":{\"refresh_interval\":\"500ms\"}}")));
            ok(connection.send(Requests.post("/" + index + "/_refresh", "")));
        }
    }

    /** Lets searches see the index with so many products, and no other. */
    public void publish(int products) throws IOException {
        try (var connection = new Connection(elasticsearch)) {
            ok(connection.send(Requests.post("/_aliases", """
                    {"actions":[{"remove":{"index":"products-*","alias":"products","must_exist":false}},
                     {"add":{"index":"%s","alias":"products"}}]}""".formatted(name(products)))));
        }
    }

    private static String name(int products) {
        return "products-" + products;
    }

    /** As in the contract, but not made searchable before it is full. */
    private String definition() throws IOException {
        try (var resource = ProductDocument.class.getResourceAsStream(MAPPING)) {
            var text = new String(Objects.requireNonNull(resource, MAPPING).readAllBytes(), StandardCharsets.UTF_8);
            var definition = (ObjectNode) json.readTree(text);
            definition.withObject("/settings/index").put("refresh_interval", "-1");
            return definition.toString();
        }
    }

    private void write(String index, int products) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        writeSome(index, next, products);
                        return null;
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot fill " + index, e);
        }
    }

    private void writeSome(String index, AtomicInteger next, int products) throws IOException {
        try (var connection = new Connection(elasticsearch)) {
            for (var from = next.getAndAdd(AT_ONCE); from < products; from = next.getAndAdd(AT_ONCE)) {
                var lines = new ByteArrayOutputStream(AT_ONCE << 12);
                for (var number = from; number < Math.min(products, from + AT_ONCE); number++) {
                    write(lines, number);
                }
                var answer = connection.send(Requests.post(
                        "/" + index + "/_bulk?filter_path=errors", lines.toString(StandardCharsets.UTF_8)));
                if (Json.tree(answer).path("errors").asBoolean(true)) {
                    throw new IOException("refused: " + answer.text());
                }
            }
        }
    }

    private void write(ByteArrayOutputStream lines, int number) {
        var product = records.product(number);
        var availability = product.variants().stream()
                .map(Variant::sku)
                .map(records::availability)
                .toList();
        lines.writeBytes(
                "{\"create\":{\"_id\":\"%s\"}}\n".formatted(product.id()).getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(json.writeValueAsBytes(projecting.document(product, availability)));
        lines.write('\n');
    }

    private static void ok(Connection.Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException(answer.status() + ": " + answer.text());
        }
    }
}
