package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** Products of Vĩnh Long that journeys of the desks work on, each its own. */
final class DeskProducts {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private DeskProducts() {}

    /** In the catalogue, in stock, and on nobody's list but these journeys'. */
    record Made(String sku, String name, String decision) {}

    /** @param days until its certificate ends */
    static Made make(RunningMarket market, int days) throws InterruptedException {
        var number = System.nanoTime() % 1_000_000 + "-" + NUMBERS.incrementAndGet();
        var made = new Made("BAN-" + number, "Kẹo dừa bàn việc " + number, number + "/QĐ-UBND");
        var row = Map.ofEntries(
                Map.entry("product", made.name()),
                Map.entry("producer", "HTX Bàn Việc"),
                Map.entry("province", "Vĩnh Long"),
                Map.entry("group", "5"),
                Map.entry("stars", "4"),
                Map.entry("decision", made.decision()),
                Map.entry(
                        "issuedOn",
                        LocalDate.now(VIETNAM).plusDays(days).minusMonths(36).toString()),
                Map.entry("sku", made.sku()),
                Map.entry("price", "60000"));
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        var report = officer.importRows(List.of(row), false);
        assertThat(report.get("accepted").asInt()).as(report.toString()).isEqualTo(1);
        officer.receive("ban-" + number, new Officer.Receipt("kho-ha-noi", List.of(new Officer.Line(made.sku(), 20))));
        return made;
    }

    static String slug(RunningMarket market, Made made) {
        return new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR")
                .product(made.sku())
                .get("slug")
                .asString();
    }
}
