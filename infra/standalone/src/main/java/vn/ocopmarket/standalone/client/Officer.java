package vn.ocopmarket.standalone.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What officers and staff do to fill a market; every step may be repeated. */
public final class Officer {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final MarketApi api = new MarketApi();
    private final String storefront;
    private final String catalog;

    public Officer(String storefront, String catalog) {
        this.storefront = storefront;
        this.catalog = catalog;
    }

    /** A delivery, as the receipts endpoint takes it. */
    public record Receipt(String locationId, List<Line> lines) {}

    /** Units of one SKU. */
    public record Line(String sku, long quantity) {}

    /** A lot, as the catalogue takes it. */
    public record Lot(
            String sku,
            String lot,
            LocalDate producedOn,
            LocalDate bestBefore,
            Quantity quantity,
            List<Input> inputs,
            List<String> standards) {}

    /** How much of it there is. */
    public record Quantity(long amount, String unit) {}

    /** What it is made of. */
    public record Input(
            String name, String origin, @Nullable String supplier, String lot) {}

    /** Signs in with the first account of that role in the file. */
    public Officer signIn(Path accounts, String role) {
        var account = StreamSupport.stream(
                        JsonMapper.shared().readTree(accounts.toFile()).spliterator(), false)
                .filter(entry -> entry.get("role").asString().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account with role " + role + " in " + accounts));
        api.signIn(
                storefront,
                account.get("email").asString(),
                account.get("password").asString());
        return this;
    }

    public MarketApi api() {
        return api;
    }

    /**
     * Imports rows with the columns of the import template and returns the finished report.
     *
     * @param sample whether they are made up for a demonstration, which the pages then say
     */
    public JsonNode importRows(List<?> rows, boolean sample) throws InterruptedException {
        var id = api.post(catalog + "/api/v1/imports?sample=" + sample, null, Map.of("rows", rows))
                .get("id")
                .asString();
        var report = api.get(catalog + "/api/v1/imports/" + id);
        for (var deadline = deadline(); isRunning(report); report = api.get(catalog + "/api/v1/imports/" + id)) {
            pauseUntil(deadline, "the import " + id);
        }
        return report;
    }

    private static boolean isRunning(JsonNode report) {
        return switch (report.get("state").asString()) {
            case "done" -> false;
            case "failed" -> throw new IllegalStateException("the import failed: " + report);
            default -> true;
        };
    }

    public JsonNode product(String sku) {
        return api.get(catalog + "/api/v1/products?skus=" + MarketApi.segment(sku))
                .get("items")
                .get(0);
    }

    /** Withdraws the newest certificate of a product, unless that was done. */
    public void withdraw(String sku, String reason, String decision, LocalDate on) {
        var product = product(sku);
        var certificates = product.get("certificates");
        var newest = certificates.get(certificates.size() - 1);
        if (!newest.path("withdrawal").isObject()) {
            var path = "%s/api/v1/products/%s/certificates/%s/withdrawals"
                    .formatted(
                            catalog,
                            product.get("id").asString(),
                            MarketApi.segment(newest.get("number").asString()));
            var unused = api.post(
                    path, "withdrawal-" + sku, Map.of("reason", reason, "decision", decision, "on", on.toString()));
        }
    }

    /** Makes a location; one that is there already stays as it is, also when it was made otherwise. */
    public void ensureLocation(String id, Object location) {
        var key = "location-" + id + "-" + Integer.toHexString(location.hashCode());
        api.ensure(storefront + "/api/v1/locations", key, location);
    }

    /** @param key makes it safe to repeat */
    public void receive(String key, Receipt receipt) {
        var unused = api.post(storefront + "/api/v1/stock/receipts", key, receipt);
    }

    /** Writes a lot down; one that is there already stays as it is. */
    public void ensureLot(Lot lot) {
        api.ensure(catalog + "/api/v1/lots", "lot-" + lot.sku() + lot.lot(), lot);
    }

    /** Waits until a search without words finds so many products. */
    public void awaitFound(long products) throws InterruptedException {
        await(products, "");
    }

    /** Waits until a search without words finds so many products that are in stock. */
    public void awaitSearchable(long products) throws InterruptedException {
        await(products, "&inStock=true");
    }

    private void await(long products, String filter) throws InterruptedException {
        var deadline = deadline();
        for (var found = found(filter); found < products; found = found(filter)) {
            pauseUntil(deadline, "the search to find " + products + " products; it finds " + found);
        }
    }

    private long found(String filter) {
        return api.getUnlessUnavailable(storefront + "/api/v1/products?limit=1" + filter)
                .map(answer -> answer.get("total").get("value").asLong())
                .orElse(0L);
    }

    private static long deadline() {
        return System.nanoTime() + LIMIT.toNanos();
    }

    private static void pauseUntil(long deadline, String what) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("waited too long for " + what);
        }
        Thread.sleep(POLL);
    }
}
