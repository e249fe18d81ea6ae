package vn.ocopmarket.bench.freshness;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.FilledMarket;
import vn.ocopmarket.bench.Json;
import vn.ocopmarket.bench.Requests;
import vn.ocopmarket.standalone.RunningMarket;

/** Changes prices and stock of products of its own through the public APIs, one after the other, each when the last is shown. */
final class Changer extends Thread {

    private static final long LONGEST_SECONDS = 60;
    private static final int POLL_MILLIS = 50;
    private static final int LOOKED_AT_BY_BUYERS = 10;
    private static final long SOME = 5;

    private final RunningMarket market;
    private final String token;
    private final Watch watch;
    private final Delays delays;
    private final AtomicInteger left;
    private final java.util.List<Own> products;

    Changer(
            RunningMarket market,
            String token,
            Watch watch,
            Delays delays,
            AtomicInteger left,
            java.util.List<Own> products) {
        this.market = market;
        this.token = token;
        this.watch = watch;
        this.delays = delays;
        this.left = left;
        this.products = java.util.List.copyOf(products);
    }

    /** A product that nobody else changes. */
    static final class Own {

        private final String id;
        private final String sku;
        private ObjectNode record;
        private boolean inStock;

        Own(ObjectNode record) {
            this.id = record.path("id").asString();
            this.record = record;
            this.sku = record.at("/variants/0/sku").asString();
        }

        private long price() {
            return record.at("/variants/0/price/amount").asLong();
        }
    }

    @Override
    public void run() {
        try (var catalog = new Connection(market.catalog());
                var storefront = new Connection(market.storefront())) {
            for (var number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                var product = products.get(number % products.size());
                if (number % 2 == 0) {
                    changePrice(catalog, storefront, product, number);
                } else {
                    changeStock(storefront, product, number);
                }
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            delays.failed(e.toString());
        } catch (InterruptedException _) {
            currentThread().interrupt();
        }
    }

    private void changePrice(Connection catalog, Connection storefront, Own product, int number)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var price = product.price() == 50_000 ? 60_000 : 50_000L;
        var shown = new Shown(price, product.inStock);
        var seen = watch.awaits(product.id, shown);
        var request = Requests.put(
                "/api/v1/products/" + product.id,
                draft(product.record, price).toString(),
                "Authorization: Bearer " + token,
                "If-Match: \"" + product.record.path("revision").asLong() + "\"");
        var answer = catalog.send(request);
        var acknowledged = System.nanoTime();
        if (answer.status() != 200) {
            throw new IOException("a price answered " + answer.status() + ": " + answer.text());
        }
        product.record = (ObjectNode) Json.tree(answer);
        note("price", storefront, product, shown, acknowledged, number);
        delays.add("price", seen.get(LONGEST_SECONDS, TimeUnit.SECONDS) - acknowledged);
    }

    private void changeStock(Connection storefront, Own product, int number)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var shown = new Shown(product.price(), !product.inStock);
        var seen = watch.awaits(product.id, shown);
        var body = """
                {"locationId":"%s","sku":"%s","difference":%d,"reason":"CORRECTION"}""".formatted(FilledMarket.WAREHOUSE, product.sku, product.inStock ? -SOME : SOME);
        var answer = storefront.send(Requests.post(
                "/api/v1/stock/adjustments",
                body,
                "Authorization: Bearer " + token,
                "Idempotency-Key: bench-" + product.sku + "-" + number));
        var acknowledged = System.nanoTime();
        if (answer.status() >= 300) {
            throw new IOException("stock answered " + answer.status() + ": " + answer.text());
        }
        product.inStock = !product.inStock;
        note("stock", storefront, product, shown, acknowledged, number);
        delays.add("stock", seen.get(LONGEST_SECONDS, TimeUnit.SECONDS) - acknowledged);
    }

    /** One in some changes is also looked for as a buyer does, by searching the storefront for it. */
    private void note(String what, Connection storefront, Own product, Shown shown, long acknowledged, int number)
            throws IOException, InterruptedException {
        if (number / 2 % LOOKED_AT_BY_BUYERS != 0) {
            return;
        }
        var search = Requests.get("/api/v1/products?facets=none&limit=1&q=" + Requests.parameter(product.sku));
        while (!shown.equals(found(Json.tree(storefront.send(search))))) {
            if (System.nanoTime() - acknowledged > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                throw new IOException("buyers never saw " + shown + " of " + product.sku);
            }
            Thread.sleep(POLL_MILLIS);
        }
        delays.add(what + ", as buyers see it", System.nanoTime() - acknowledged);
    }

    private static Shown found(JsonNode answer) {
        var card = answer.at("/items/0");
        return new Shown(card.at("/price/amount").asLong(), card.path("inStock").asBoolean());
    }

    /** The record as the edit takes it, with another price. */
    private static ObjectNode draft(ObjectNode record, long price) {
        var draft = record.objectNode();
        draft.set("name", record.path("name"));
        draft.set("producerId", record.at("/producer/id"));
        draft.set("province", record.at("/place/provinceCode"));
        draft.set("communeCode", record.at("/place/communeCode"));
        draft.set("group", record.at("/group/code"));
        draft.set("story", record.path("story"));
        draft.set("alcoholTenths", record.path("alcoholTenths"));
        var variants = (ArrayNode) record.path("variants").deepCopy();
        ((ObjectNode) variants.get(0)).putObject("price").put("amount", price).put("currency", "VND");
        draft.set("variants", variants);
        draft.putArray("media");
        return draft;
    }
}
