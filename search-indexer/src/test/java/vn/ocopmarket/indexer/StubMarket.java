package vn.ocopmarket.indexer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.contract.product.ProductRecord;

/** The catalogue and the storefront in one, as far as the indexer sees them, in memory and over HTTP. */
public final class StubMarket implements AutoCloseable {

    public final StubLog productLog = new StubLog();
    public final StubLog availabilityLog = new StubLog();
    public final Map<String, ProductRecord> products = new ConcurrentSkipListMap<>();
    public final Map<String, AvailabilityRecord> availability = new ConcurrentSkipListMap<>();
    public final AtomicInteger tokens = new AtomicInteger();

    /** Answers 503 this many times more. */
    public final AtomicInteger failures = new AtomicInteger();

    /** Whether exports stop in the middle, until {@link #breaks} lets them break off. */
    public final AtomicBoolean exportsBreak = new AtomicBoolean();

    public final Semaphore breaks = new Semaphore(0);

    /** How many reads of a log to its end still go well; those of followers, who wait for more or look at one, always do. */
    public final AtomicInteger readsToTheEnd = new AtomicInteger(Integer.MAX_VALUE);

    /** Runs when the last of these was read and is not answered yet. */
    public volatile Runnable whenReadToTheEnd = () -> {};

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;

    public StubMarket() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/catalog/api/v1/changes", exchange -> changes(exchange, productLog));
        server.createContext("/catalog/api/v1/products", exchange -> answer(exchange, () -> products(exchange)));
        server.createContext("/catalog/api/v1/exports/products", this::export);
        server.createContext("/storefront/api/v1/tokens", exchange -> answer(exchange, this::token));
        server.createContext("/storefront/api/v1/changes", exchange -> changes(exchange, availabilityLog));
        server.createContext(
                "/storefront/api/v1/availability",
                exchange ->
                        signedIn(exchange, () -> items(keys(exchange, "skus").map(availability::get))));
        server.start();
    }

    public String url(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    /** Commits a product and then its change. */
    public void put(ProductRecord product) {
        products.put(product.id(), product);
        productLog.add("product.changed", product.id(), product.revision());
    }

    /** Forgets a product and then says so. */
    public void remove(String id) {
        products.remove(id);
        productLog.add("product.changed", id, Long.MAX_VALUE);
    }

    /** Commits availability and then its change. */
    public void put(AvailabilityRecord record) {
        availability.put(record.sku(), record);
        availabilityLog.add("availability.changed", record.sku(), record.version());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void changes(HttpExchange exchange, StubLog log) throws IOException {
        var asked = query(exchange);
        if (!"0".equals(asked.get("wait")) || "1".equals(asked.get("limit"))) {
            changesTo(exchange, log, () -> page(log, exchange));
            return;
        }
        var left = readsToTheEnd.getAndUpdate(reads -> Math.max(0, reads - 1));
        if (left == 0) {
            send(exchange, 503, "{}");
            return;
        }
        changesTo(exchange, log, () -> {
            var page = page(log, exchange);
            if (left == 1) {
                whenReadToTheEnd.run();
            }
            return page;
        });
    }

    private void changesTo(HttpExchange exchange, StubLog log, Answer answer) throws IOException {
        if (log == availabilityLog) {
            signedIn(exchange, answer);
        } else {
            answer(exchange, answer);
        }
    }

    private String page(StubLog log, HttpExchange exchange) {
        var query = query(exchange);
        var wait = Math.min(Integer.parseInt(query.get("wait")), 2);
        return json.writeValueAsString(
                log.read(Long.parseLong(query.get("after")), Integer.parseInt(query.get("limit")), wait));
    }

    private String products(HttpExchange exchange) {
        if (query(exchange).containsKey("skus")) {
            var skus = keys(exchange, "skus").collect(Collectors.toSet());
            return items(products.values().stream()
                    .filter(product -> product.variants().stream().anyMatch(variant -> skus.contains(variant.sku()))));
        }
        return items(keys(exchange, "ids").map(products::get));
    }

    private String token() {
        return "{\"accessToken\":\"t%d\",\"expiresAt\":\"%s\"}"
                .formatted(tokens.incrementAndGet(), Instant.now().plusSeconds(3600));
    }

    private String items(Stream<?> items) {
        return json.writeValueAsString(
                Map.of("items", items.filter(Objects::nonNull).toList()));
    }

    private void export(HttpExchange exchange) throws IOException {
        if (!exportsBreak.get()) {
            answer(exchange, () -> lines(products));
            return;
        }
        var lines = lines(products);
        var half =
                lines.substring(0, lines.indexOf('\n', lines.length() / 2) + 1).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, half.length + 1L);
        exchange.getResponseBody().write(half);
        exchange.getResponseBody().flush();
        breaks.acquireUninterruptibly();
        exchange.close();
    }

    private String lines(Map<String, ?> records) {
        return records.values().stream()
                .map(record -> json.writeValueAsString(record) + "\n")
                .collect(Collectors.joining());
    }

    private void signedIn(HttpExchange exchange, Answer answer) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Bearer t" + tokens.get()).equals(bearer)) {
            send(exchange, 401, "{}");
            return;
        }
        answer(exchange, answer);
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 503, "{}");
            return;
        }
        send(exchange, 200, answer.body());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var lines = exchange.getRequestURI().getPath().contains("/exports/");
        exchange.getResponseHeaders().add("Content-Type", lines ? "application/x-ndjson" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static Stream<String> keys(HttpExchange exchange, String name) {
        return Arrays.stream(query(exchange).getOrDefault(name, "").split(","));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private interface Answer {
        String body();
    }

    /** A numbered log. */
    public static final class StubLog {

        private final ArrayList<Change> changes = new ArrayList<>();
        private long oldest = 1;

        public synchronized void add(String type, String aggregateId, long version) {
            var number = oldest + changes.size();
            changes.add(new Change(number, aggregateId + ":" + version, type, aggregateId, version, Instant.now()));
            notifyAll();
        }

        /** Drops everything so far. */
        public synchronized void trim() {
            oldest += changes.size();
            changes.clear();
        }

        /** Begins again at 1, as a restored database may. */
        public synchronized void reset() {
            oldest = 1;
            changes.clear();
        }

        synchronized ChangePage read(long after, int limit, int waitSeconds) {
            var until = System.nanoTime() + waitSeconds * 1_000_000_000L;
            var from = Math.max(after, oldest - 1);
            while (from >= oldest - 1 + changes.size()) {
                var left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return new ChangePage(List.of(), from, oldest);
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return new ChangePage(List.of(), from, oldest);
                }
            }
            var first = (int) (from - oldest + 1);
            var items = List.copyOf(changes.subList(first, Math.min(changes.size(), first + limit)));
            return new ChangePage(items, items.getLast().number(), oldest);
        }
    }
}
