package vn.ocopmarket.bench.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue and the storefront as far as an indexer sees them, with as many generated products as wanted. Filling the real
 * catalogue with a million would take an hour; the indexer knows only addresses, and does with these what it always does.
 */
public final class GeneratedSource implements AutoCloseable {

    private static final int BUFFER = 64 << 10;
    private static final Duration TOKEN = Duration.ofDays(1);

    private final JsonMapper json = JsonMapper.shared();
    private final GeneratedRecords records;
    private final GeneratedLog products = new GeneratedLog();
    private final GeneratedLog availability = new GeneratedLog();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile int size;

    public GeneratedSource(GeneratedRecords records) throws IOException {
        this.records = records;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        answer("/catalog/api/v1/changes", query -> page(products, query));
        answer("/catalog/api/v1/products", this::some);
        server.createContext("/catalog/api/v1/exports/products", this::export);
        answer(
                "/storefront/api/v1/tokens",
                _ -> Map.of(
                        "accessToken",
                        "bench",
                        "expiresAt",
                        Instant.now().plus(TOKEN).toString()));
        answer("/storefront/api/v1/changes", query -> page(availability, query));
        answer(
                "/storefront/api/v1/availability",
                query -> Map.of(
                        "items", keys(query, "skus").map(records::availability).toList()));
        server.start();
    }

    private interface Answer {
        Object to(Map<String, String> query) throws InterruptedException;
    }

    /** How many products there are from now on; nobody is told of those that come or go. */
    public void resize(int products) {
        size = products;
    }

    public int size() {
        return size;
    }

    /** Changes the price of a product, and then says so. */
    public void change(int number, long price) {
        products.add(GeneratedRecords.id(number), records.change(number, price));
    }

    public String catalog() {
        return url("catalog");
    }

    public String storefront() {
        return url("storefront");
    }

    private String url(String service) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), service);
    }

    private Object some(Map<String, String> query) {
        return Map.of(
                "items",
                keys(query, query.containsKey("skus") ? "skus" : "ids")
                        .map(GeneratedRecords::numberOf)
                        .filter(number -> number < size)
                        .map(records::product)
                        .toList());
    }

    private static Object page(GeneratedLog log, Map<String, String> query) throws InterruptedException {
        return log.read(
                Long.parseLong(query.get("after")),
                Integer.parseInt(query.get("limit")),
                Integer.parseInt(query.getOrDefault("wait", "0")));
    }

    private void export(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (var out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER)) {
            for (var number = 0; number < size; number++) {
                out.write(json.writeValueAsBytes(records.product(number)));
                out.write('\n');
            }
        }
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var unused = exchange.getRequestBody().readAllBytes();
                var body = json.writeValueAsBytes(answer.to(query(exchange)));
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Stream<String> keys(Map<String, String> query, String name) {
        return Arrays.stream(query.getOrDefault(name, "").split(",")).filter(key -> !key.isEmpty());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
