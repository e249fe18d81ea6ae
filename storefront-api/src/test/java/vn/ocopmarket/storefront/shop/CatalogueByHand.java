package vn.ocopmarket.storefront.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.trace.LotRecord;

/** Answers as catalog-service does, for one commune and the products it is given. */
final class CatalogueByHand {

    private static final String PROVINCE = "{\"code\":\"01\",\"name\":\"Thành phố Hà Nội\"}";
    private static final String COMMUNE =
            "{\"code\":\"00004\",\"name\":\"Phường Ba Đình\",\"province\":" + PROVINCE + "}";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, ProductRecord> products = new ConcurrentHashMap<>();
    private final LotsByHand lots = new LotsByHand();
    private final HttpServer server;

    CatalogueByHand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/products", this::products);
        server.createContext("/api/v1/places/provinces", CatalogueByHand::places);
        server.createContext("/api/v1/places/communes", CatalogueByHand::commune);
        server.createContext(
                "/api/v1/places/search",
                exchange -> send(
                        exchange,
                        "{\"items\":[{\"kind\":\"commune\",\"code\":\"00004\",\"name\":\"Phường Ba Đình\",\"province\":"
                                + PROVINCE + ",\"split\":false,\"current\":[" + COMMUNE + "]}]}"));
        server.createContext("/api/v1/lots", exchange -> send(exchange, lots.answer(exchange)));
        server.createContext("/api/v1/recalls", exchange -> send(exchange, lots.recalls()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void put(ProductRecord product) {
        products.put(product.id(), product);
    }

    void put(LotRecord lot) {
        lots.put(lot);
    }

    private void products(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var one = products.get(path.substring(path.lastIndexOf('/') + 1));
        if (one != null) {
            send(exchange, json.writeValueAsString(one));
            return;
        }
        var query = exchange.getRequestURI().getQuery();
        var skus = query == null
                ? List.of()
                : List.of(query.substring(query.indexOf('=') + 1).split(","));
        var found = products.values().stream()
                .filter(product -> product.variants().stream().map(Variant::sku).anyMatch(skus::contains))
                .toList();
        send(exchange, json.writeValueAsString(Map.of("items", found)));
    }

    private static void places(HttpExchange exchange) throws IOException {
        var one = exchange.getRequestURI().getPath().endsWith("/communes") ? COMMUNE : PROVINCE;
        send(exchange, "{\"items\":[" + one + "]}");
    }

    private static void commune(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/00004")) {
            send(exchange, COMMUNE.substring(0, COMMUNE.length() - 1) + ",\"former\":[]}");
        } else {
            try (exchange) {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
