package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** An officer brings 1,000 rows in, sees the difference, takes them back, and nothing else has changed. */
@ExtendWith({Browser.class, SharedMarket.class})
class ImportDeskIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String NAME = "Hàng hoàn tác ";
    private static final int KNOWN = 500;
    private static final int LAST = 1_250;
    private static final int FIRST = 251;

    @Test
    void takesAThousandRowsBackAndChangesNothingElse(RunningMarket market, Browser.Windows windows) throws Exception {
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        var known = officer.importRows(
                IntStream.rangeClosed(1, KNOWN).mapToObj(ImportDeskIT::row).toList(), true);
        assertThat(known.get("accepted").asInt()).as(known.toString()).isEqualTo(KNOWN);
        eventually(
                SOON,
                () -> assertThat(indexed(market).values())
                        .filteredOn(card -> card.get("name").asString().startsWith(NAME))
                        .hasSize(KNOWN));
        var catalogue = catalogued(market);
        var producers = producers(market);
        var index = indexed(market);

        var page = windows.open(market.storefront(), true, 390);
        CounterIT.signIn(page, market, "OCOP_OFFICER");
        preview(page);

        assertThat(catalogued(market)).isEqualTo(catalogue);
        assertThat(page.locator(".counts a[href*='only=new'] strong")).hasText(String.valueOf(LAST - KNOWN));
        assertThat(page.locator(".counts a[href*='only=changed'] strong")).hasText(String.valueOf(KNOWN - FIRST + 1));
        page.locator(".counts a[href*='only=changed']").click();
        assertThat(page.locator(".differences").first()).containsText("50.000");
        assertThat(page.locator(".differences").first()).containsText("65.000");
        isForEverybody(page, "import-preview");

        page.locator("form[action$='/applications'] button").click();
        becomes(page, "Đã ghi");
        assertThat(catalogued(market)).hasSize(catalogue.size() + LAST - KNOWN);
        eventually(SOON, () -> assertThat(indexed(market)).hasSize(index.size() + LAST - KNOWN));

        page.locator("details.act--grave summary").click();
        page.locator("#undo-reason").fill("Nhầm bảng giá");
        page.locator("form[action$='/undoings'] button").click();
        becomes(page, "Đã hoàn tác");

        assertThat(page.locator("main")).containsText("%d sản phẩm trở lại như trước".formatted(KNOWN - FIRST + 1));
        isForEverybody(page, "import-undone");
        assertThat(catalogued(market)).isEqualTo(catalogue);
        assertThat(producers(market)).isEqualTo(producers);
        eventually(SOON, () -> assertThat(indexed(market)).isEqualTo(index));
        page.context().close();
    }

    @Test
    void worksWithoutScripts(RunningMarket market, Browser.Windows windows) {
        var page = windows.open(market.storefront(), false, 1280);
        CounterIT.signIn(page, market, "OCOP_OFFICER");
        page.navigate("/staff/imports");
        isListed(page, List.of(row(2_001), Map.of("product", "Thiếu cột", "province", "Vĩnh Long")));

        becomes(page, "Đã xem trước");
        assertThat(page.locator("main")).containsText("Dòng bị từ chối");
        assertThat(page.locator("a[href$='/files/errors.csv']")).hasCount(1);
        page.navigate("/staff/imports");
        assertThat(page.locator("table.sheet tbody tr").first()).containsText("danh-sach.csv");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "imports-1280.png"))
                .setFullPage(true));
        page.context().close();
    }

    private static void preview(Page page) {
        page.navigate("/staff/imports");
        isForEverybody(page, "imports");
        isListed(
                page,
                IntStream.rangeClosed(FIRST, LAST)
                        .mapToObj(ImportDeskIT::dearer)
                        .toList());
        becomes(page, "Đã xem trước");
    }

    private static void isListed(Page page, List<Map<String, String>> rows) {
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("danh-sach.csv", "text/csv", csv(rows).getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
    }

    private static void becomes(Page page, String state) {
        assertThat(page.locator("#progress"))
                .containsText(state, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis()));
    }

    private static void isForEverybody(Page page, String name) {
        assertThat(Axe.violations(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " is as wide as the telephone")
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", name + "-390.png"))
                .setFullPage(true));
    }

    private static Map<String, String> row(int number) {
        return Map.of(
                "product", NAME + number,
                "producer", "HTX Hoàn Tác " + number % 50,
                "province", "Vĩnh Long",
                "group", "1",
                "stars", "4",
                "decision", "HT-1/QĐ",
                "issuedOn", "2026-02-03",
                "price", "50000",
                "sku", "HT-" + number);
    }

    private static Map<String, String> dearer(int number) {
        var row = new TreeMap<>(row(number));
        row.put("price", "65000");
        row.put("producer", "HTX Hoàn Tác " + number % 80);
        return row;
    }

    private static String csv(List<Map<String, String>> rows) {
        var columns =
                List.of("product", "producer", "province", "group", "stars", "decision", "issuedOn", "price", "sku");
        return String.join(",", columns)
                + '\n'
                + rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
    }

    /** All products as they are published, but for what every write changes. */
    private static Map<String, JsonNode> catalogued(RunningMarket market) {
        var all = new TreeMap<String, JsonNode>();
        new Http(market.catalog())
                .get("/api/v1/exports/products", "Accept", "application/x-ndjson")
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add(all, JsonMapper.shared().readTree(line)));
        return all;
    }

    private static Map<String, JsonNode> producers(RunningMarket market) {
        return paged(new Http(market.catalog()), "/api/v1/producers?limit=500");
    }

    /** All that a search finds. */
    private static Map<String, JsonNode> indexed(RunningMarket market) {
        return paged(new Http(market.storefront()), "/api/v1/products?sort=newest&limit=100");
    }

    private static Map<String, JsonNode> paged(Http http, String path) {
        var all = new TreeMap<String, JsonNode>();
        String cursor = null;
        do {
            var answer = http.get(path + (cursor == null ? "" : "&cursor=" + Http.encode(cursor)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            var page = answer.json();
            page.get("items").forEach(item -> add(all, item));
            cursor = page.hasNonNull("next") ? page.get("next").asString() : null;
        } while (cursor != null);
        return all;
    }

    private static void add(Map<String, JsonNode> all, JsonNode item) {
        var plain = (ObjectNode) item;
        plain.remove(List.of("revision", "updatedAt"));
        all.put(plain.get("id").asString(), plain);
    }
}
