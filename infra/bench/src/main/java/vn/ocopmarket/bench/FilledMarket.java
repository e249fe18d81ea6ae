package vn.ocopmarket.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A market with generated products, of which there is plenty but for the ones kept for races. */
public final class FilledMarket {

    public static final String WAREHOUSE = "kho-ha-noi";
    static final int RACE_UNITS = 50;

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int LINES_AT_ONCE = 200;
    private static final int PLENTY = 1_000_000;

    private final RunningMarket market;
    private final GeneratedCatalogue catalogue;
    private final Officer officer;

    public FilledMarket(RunningMarket market, Words words, int products) {
        this.market = market;
        this.catalogue = new GeneratedCatalogue(words, products, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        this.officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
    }

    /**
     * How long it took.
     *
     * @param imported until the last row was accepted
     * @param searchable from the first row to the last product found
     */
    public record Filling(Duration imported, Duration searchable) {}

    public GeneratedCatalogue catalogue() {
        return catalogue;
    }

    public Officer officer() {
        return officer;
    }

    public Filling fill() throws InterruptedException {
        officer.ensureLocation(
                WAREHOUSE,
                Map.of(
                        "id",
                        WAREHOUSE,
                        "name",
                        "Bench",
                        "kind",
                        "WAREHOUSE",
                        "provinceCode",
                        "01",
                        "sellsOnline",
                        true,
                        "pickup",
                        false));
        var began = System.nanoTime();
        var rows = catalogue.rows();
        for (var from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var report = officer.importRows(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)), true);
            if (report.path("rejected").asInt() > 0) {
                throw new IllegalStateException("generated rows were rejected: " + report);
            }
        }
        var imported = Duration.ofNanos(System.nanoTime() - began);
        officer.awaitFound(catalogue.size());
        var searchable = Duration.ofNanos(System.nanoTime() - began);
        stock();
        return new Filling(imported, searchable);
    }

    private void stock() throws InterruptedException {
        for (var from = 0; from < catalogue.size(); from += LINES_AT_ONCE) {
            var lines = IntStream.range(from, Math.min(catalogue.size(), from + LINES_AT_ONCE))
                    .mapToObj(number -> new Officer.Line(
                            GeneratedCatalogue.sku(number),
                            number < GeneratedCatalogue.RACE_PRODUCTS ? RACE_UNITS : PLENTY))
                    .toList();
            officer.receive("bench-receipt-" + from, new Officer.Receipt(WAREHOUSE, lines));
        }
        officer.awaitSearchable(catalogue.size());
    }

    /** SKUs that a guest may order without further conditions: no alcohol, and none that is kept for a race. */
    public List<String> sellableSkus() {
        return IntStream.range(GeneratedCatalogue.RACE_PRODUCTS, catalogue.size())
                .filter(number -> number % 26 != 13 && number % 26 != 14)
                .limit(2_000)
                .mapToObj(GeneratedCatalogue::sku)
                .toList();
    }

    /** Ids of some products. */
    List<String> productIds() {
        var ids = new ArrayList<String>();
        for (var from = 0; from < Math.min(500, catalogue.size()); from += 50) {
            var skus = IntStream.range(from, Math.min(catalogue.size(), from + 50))
                    .mapToObj(GeneratedCatalogue::sku)
                    .toList();
            officer.api()
                    .get(market.catalog() + "/api/v1/products?skus=" + String.join(",", skus))
                    .get("items")
                    .forEach(product -> ids.add(product.get("id").asString()));
        }
        return ids;
    }
}
