package vn.ocopmarket.bench.races;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ocopmarket.standalone.client.Officer;

/**
 * The products and places of the market.
 *
 * @param step by how many dong each product is dearer than the one before, so that one cannot pass for another
 */
record Wares(int step) {

    private static final int PRODUCTS = 400;
    private static final String SKU = "DUA-";

    static String sku(int number) {
        return SKU + "%04d".formatted(number);
    }

    /** Of one unit, in dong. */
    long price(String sku) {
        return price(Integer.parseInt(sku.substring(SKU.length())));
    }

    private long price(int number) {
        return RacingMarket.PRICE + (long) step * number;
    }

    void fill(Officer officer) throws InterruptedException {
        place(officer, Clerk.WAREHOUSE, "WAREHOUSE", true, false);
        place(officer, Clerk.SHOWROOM, "SHOWROOM", true, true);
        place(officer, Clerk.STOREROOM, "WAREHOUSE", false, false);
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var rows = IntStream.range(0, PRODUCTS)
                .mapToObj(number -> row(number, today))
                .toList();
        var report = officer.importRows(rows, true);
        if (report.path("rejected").asInt() > 0) {
            throw new IllegalStateException("rows were rejected: " + report);
        }
        officer.awaitFound(PRODUCTS);
        Shop.pause(Duration.ofSeconds(1));
    }

    private static void place(Officer officer, String id, String kind, boolean sellsOnline, boolean pickup) {
        officer.ensureLocation(
                id,
                Map.of(
                        "id",
                        id,
                        "name",
                        id,
                        "kind",
                        kind,
                        "provinceCode",
                        "01",
                        "sellsOnline",
                        sellsOnline,
                        "pickup",
                        pickup));
    }

    private Map<String, String> row(int number, LocalDate today) {
        return Map.ofEntries(
                Map.entry("product", "Mật dừa " + number),
                Map.entry("producer", "HTX Mẫu"),
                Map.entry("province", "Vĩnh Long"),
                Map.entry("group", "4"),
                Map.entry("stars", "4"),
                Map.entry("decision", "MAU-%04d".formatted(number)),
                Map.entry("issuedOn", today.minusDays(30).toString()),
                Map.entry("sku", sku(number)),
                Map.entry("variant", "500 ml"),
                Map.entry("price", Long.toString(price(number))),
                Map.entry("taxClass", "PROCESSED_FOOD"));
    }
}
