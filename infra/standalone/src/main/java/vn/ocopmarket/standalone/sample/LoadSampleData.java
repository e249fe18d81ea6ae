package vn.ocopmarket.standalone.sample;

import java.io.File;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the sample market into an empty one, through the APIs that officers use; repeating it changes nothing. */
public final class LoadSampleData {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(250);

    private final MarketApi api = new MarketApi();
    private final SampleMarketPlan plan = SampleMarketPlan.read();
    private final List<SampleProduct> products = SampleMarketPlan.readProducts();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final SampleCertificates certificates = new SampleCertificates(plan, today);
    private final String storefront;
    private final String catalog;

    private LoadSampleData(String storefront, String catalog) {
        this.storefront = storefront;
        this.catalog = catalog;
    }

    /** @param arguments address of the storefront, address of the catalogue, file with the accounts */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new LoadSampleData(arguments[0], arguments[1]).run(new File(arguments[2]));
        } catch (RuntimeException e) {
            System.out.println("loading the sample data failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(File accounts) throws InterruptedException {
        signIn(accounts);
        importProducts();
        withdrawOne();
        for (var location : plan.locations()) {
            api.ensure(storefront + "/api/v1/locations", "sample-location-" + location.id(), location);
        }
        receiveStock();
        awaitSearch();
    }

    private void signIn(File accounts) {
        var administrator = StreamSupport.stream(
                        JsonMapper.shared().readTree(accounts).spliterator(), false)
                .filter(account -> account.get("role").asString().equals("ADMINISTRATOR"))
                .findFirst()
                .orElseThrow();
        api.signIn(
                storefront,
                administrator.get("email").asString(),
                administrator.get("password").asString());
    }

    private void importProducts() throws InterruptedException {
        var rows = products.stream()
                .map(product -> ImportRow.of(product, certificates.of(product), plan.notice()))
                .toList();
        var id = api.post(catalog + "/api/v1/imports", null, Map.of("rows", rows))
                .get("id")
                .asString();
        var result = api.get(catalog + "/api/v1/imports/" + id);
        for (var deadline = deadline(); isRunning(result); result = api.get(catalog + "/api/v1/imports/" + id)) {
            pauseUntil(deadline, "the import " + id);
        }
        System.out.println("sample products: %d accepted, %d rejected"
                .formatted(
                        result.get("accepted").asInt(), result.get("rejected").asInt()));
        result.path("errors").forEach(error -> System.out.println("  " + error));
    }

    private static boolean isRunning(JsonNode progress) {
        return progress.get("accepted").asInt() + progress.get("rejected").asInt()
                        < progress.get("rows").asInt()
                || progress.get("rows").asInt() == 0;
    }

    private void withdrawOne() {
        var sku = products.stream()
                .filter(product -> product.id() == plan.withdrawn())
                .findFirst()
                .orElseThrow()
                .sku();
        var product =
                api.get(catalog + "/api/v1/products?skus=" + sku).get("items").get(0);
        var certificate = product.get("certificates").get(0);
        if (!certificate.path("withdrawal").isObject()) {
            var unused = api.post(
                    "%s/api/v1/products/%s/certificates/%s/withdrawals"
                            .formatted(
                                    catalog,
                                    product.get("id").asString(),
                                    MarketApi.segment(certificate.get("number").asString())),
                    null,
                    Map.of(
                            "reason", plan.withdrawalReason(),
                            "decision", plan.withdrawalDecision(),
                            "on", today.minusDays(10).toString()));
        }
    }

    private void receiveStock() {
        for (var receipt : new SampleStock(plan, products).receipts()) {
            var unused =
                    api.post(storefront + "/api/v1/stock/receipts", "sample-receipt-" + receipt.locationId(), receipt);
        }
    }

    private void awaitSearch() throws InterruptedException {
        var expected = products.stream()
                .filter(product -> product.price() != null && product.id() != plan.withdrawn())
                .filter(product -> certificates.of(product).holdsOn(today))
                .count();
        var deadline = deadline();
        while (searchable() < expected) {
            pauseUntil(deadline, "the search to know all products");
        }
        System.out.println("sample products for sale and searchable: " + expected);
    }

    private long searchable() {
        return api.get(storefront + "/api/v1/products?inStock=true&limit=1")
                .get("total")
                .get("value")
                .asLong();
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
