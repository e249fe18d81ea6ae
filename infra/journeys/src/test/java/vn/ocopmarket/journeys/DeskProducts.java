package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
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
        var officer = officer(market);
        var report = officer.importRows(List.of(row), false);
        assertThat(report.get("accepted").asInt()).as(report.toString()).isEqualTo(1);
        officer.receive("ban-" + number, new Officer.Receipt("kho-ha-noi", List.of(new Officer.Line(made.sku(), 20))));
        return made;
    }

    static String slug(RunningMarket market, Made made) {
        return officer(market).product(made.sku()).get("slug").asString();
    }

    /** A lot of a product of its own that is called back while there is stock of the product; its id. */
    static String recalled(RunningMarket market) throws InterruptedException {
        var made = make(market, 700);
        var officer = officer(market);
        var lots = market.catalog() + "/api/v1/lots";
        var lot = officer.api()
                .post(lots, null, Map.of("sku", made.sku(), "lot", "L-" + made.sku(), "producedOn", "2026-01-05"))
                .get("id")
                .asString();
        var recalled = officer.api()
                .post(
                        lots + "/" + lot + "/recalls",
                        null,
                        Map.of(
                                "reason",
                                "Vượt giới hạn vi sinh vật theo phiếu kiểm nghiệm",
                                "advice",
                                "Không ăn, giữ lại gói và hỏi nơi đã mua",
                                "decision",
                                "12/QĐ-CCQLCL"));
        assertThat(recalled.get("recall").isObject()).isTrue();
        return lot;
    }

    /** A finding about a product of the sample account of producers; its id. */
    static String foundAtProducer(RunningMarket market) {
        var producer = JsonMapper.shared()
                .readTree(market.data().resolve("sample-accounts.json").toFile())
                .valueStream()
                .filter(account -> account.get("role").asString().equals("PRODUCER"))
                .findFirst()
                .orElseThrow()
                .get("scope")
                .asString();
        var officer = officer(market);
        var product = officer.api()
                .get(market.catalog() + "/api/v1/products?producer=" + producer)
                .at("/items/0/id")
                .asString();
        return find(market, product, LocalDate.now(VIETNAM).plusDays(10));
    }

    /** What an inspector writes down about a product; its id. */
    static String find(RunningMarket market, String product, LocalDate deadline) {
        return officer(market)
                .api()
                .post(
                        market.catalog() + "/api/v1/findings",
                        null,
                        Map.of(
                                "key",
                                "thay-" + product,
                                "kind",
                                "PRODUCT",
                                "subject",
                                product,
                                "what",
                                "Nhãn thiếu ngày sản xuất và hạn sử dụng",
                                "ground",
                                "Nghị định 37/2026/NĐ-CP",
                                "severity",
                                "MINOR",
                                "deadline",
                                deadline.toString()))
                .get("id")
                .asString();
    }

    private static Officer officer(RunningMarket market) {
        return new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
    }
}
