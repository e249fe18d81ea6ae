package vn.ocopmarket.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.product.ProductRecord;

/** The lists officers work through, and one act on many. */
class CertificateListsIT extends RunningCatalog {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Clock clock;

    private WebTestClient officer(String province) {
        return officerOf(province);
    }

    /** A product whose certificate ends in so many days. */
    private ProductRecord ending(String province, int days) {
        var issued = LocalDate.now(clock).plusDays(days).minusMonths(36);
        return CertifiedProduct.make(officer(province), province, "QĐ " + days, issued.toString());
    }

    @Test
    void listsByWhatIsSoToday() {
        var soon = ending("04", 20);
        var later = ending("04", 150);
        var over = ending("04", -5);
        var fresh = ending("04", 1_000);

        assertThat(products("04", "DUE_30")).containsExactly(soon.id());
        assertThat(products("04", "DUE_180")).containsExactly(soon.id(), later.id());
        assertThat(products("04", "LATE")).containsExactly(soon.id());
        assertThat(products("04", "EXPIRED")).containsExactly(over.id());
        assertThat(products("04", "HOLDING")).containsExactly(soon.id(), later.id(), fresh.id());
        assertThat(products("04", "ALL")).containsExactly(over.id(), soon.id(), later.id(), fresh.id());
        var counts = list(officer("04"), "list=DUE_90&size=1").get("counts");
        assertThat(counts.get("DUE_180").asInt()).isEqualTo(2);
        assertThat(counts.get("WITHDRAWN").asInt()).isZero();
        assertThat(list(officer("04"), "page=2&size=3").get("items").size()).isEqualTo(1);
        assertThat(list(officer("04"), "q=tieu&sort=NAME").get("total").asInt()).isEqualTo(4);
        assertThat(list(officer("04"), "q=khong-co").get("total").asInt()).isZero();
    }

    @Test
    void aLaterCertificateTakesTheEarlierOffTheLists() {
        var product = ending("20", -5);
        officer("20")
                .post()
                .uri("/api/v1/products/" + product.id() + "/certificates")
                .bodyValue(Map.of(
                        "decision", "mới", "issuedOn", LocalDate.now(clock).toString(), "stars", 5))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(products("20", "EXPIRED")).isEmpty();
        assertThat(list(officer("20"), "").at("/items/0/certificate/decision").asString())
                .isEqualTo("mới");
    }

    @Test
    void showsInspectorsTheirProvinceAndNobodyAnothers() {
        var product = ending("08", 10);
        var inspector = as(Map.of("roles", List.of("INSPECTOR"), "provinces", List.of("08")));

        assertThat(list(inspector, "province=08").at("/items/0/product").asString())
                .isEqualTo(product.id());
        assertThat(list(officer("04"), "").toString()).doesNotContain(product.id());
        officer("04")
                .get()
                .uri("/api/v1/certificates?province=08")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void handsOutTheListForSpreadsheets() throws IOException {
        var product = ending("11", 25);
        var csv = new String(bytes("11", "csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"Sản phẩm\"").contains(product.name(), "Trễ kỳ nộp hồ sơ");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes("11", "xlsx")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(0)).isEqualTo(product.name());
        }
    }

    private byte[] bytes(String province, String type) {
        return Objects.requireNonNull(officer(province)
                .get()
                .uri("/api/v1/certificates/export." + type + "?list=DUE_30")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void doesOneActOnManyAndSaysForEachWhatCameOfIt() {
        var one = ending("12", 10);
        var two = ending("12", 20);
        var elsewhere = ending("14", 10);
        var withdrawal = Map.of("reason", "Ngừng sản xuất", "decision", "9/QĐ", "on", "2026-01-05");
        var items = List.of(item(one, 10), item(two, 20), item(elsewhere, 10), item(two, 99));

        var came = act("12", Map.of("act", "withdrawals", "items", items, "fields", withdrawal));
        var again = act("12", Map.of("act", "withdrawals", "items", items, "fields", withdrawal));

        assertThat(came).containsExactly("DONE", "DONE", "forbidden", "not-found");
        assertThat(again).containsExactly("ALREADY", "ALREADY", "forbidden", "not-found");
        assertThat(products("12", "WITHDRAWN")).containsExactlyInAnyOrder(one.id(), two.id());
        var other = Map.of("reason", "Khác", "decision", "10/QĐ", "on", "2026-02-05");
        assertThat(act("12", Map.of("act", "withdrawals", "items", List.of(fresh(one, 10)), "fields", other)))
                .containsExactly("already-taken");
    }

    @Test
    void leavesAloneWhatHasChangedSinceItWasTicked() {
        var product = ending("15", 10);
        var ticked = List.of(item(product, 10));
        var note = Map.of("act", "renewal-requests", "items", ticked, "fields", Map.of("reason", "Gửi công văn"));
        assertThat(act("15", note)).containsExactly("DONE");

        assertThat(act("15", Map.of("act", "papers-checks", "items", ticked, "fields", Map.of("on", "2026-11-01"))))
                .containsExactly("stale");
        assertThat(act("15", note)).containsExactly("ALREADY");
        assertThat(list(officer("15"), "")
                        .at("/items/0/certificate/renewalAskedOn")
                        .asString())
                .isEqualTo(LocalDate.now(clock).toString());
    }

    @Test
    void attachesOneDecisionToMany() {
        var one = ending("19", 10);
        var two = ending("19", 20);
        var kept = Objects.requireNonNull(officer("19")
                .post()
                .uri("/api/v1/decisions?number=QĐ")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(PDF)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        var wish = Map.<String, Object>of(
                "act",
                "decisions",
                "items",
                List.of(item(one, 10), item(two, 20)),
                "sha256",
                String.valueOf(kept.get("sha256")),
                "fields",
                Map.of("decision", "12/QĐ-UBND"));

        assertThat(act("19", wish)).containsExactly("DONE", "DONE");
        assertThat(list(officer("19"), "").at("/items/1/certificate/hasFile").asBoolean())
                .isTrue();
        officer("19")
                .post()
                .uri("/api/v1/certificates/acts")
                .bodyValue(Map.of("act", "decisions", "items", List.of(item(one, 10)), "sha256", "00"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void namesTheItemsThatNameNothing() {
        var refused = json(officer("19")
                .post()
                .uri("/api/v1/certificates/acts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"act\":\"renewal-requests\",\"items\":[null,{\"number\":\"1\"}]}")
                .exchange()
                .expectStatus()
                .isBadRequest());

        assertThat(refused.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("items[0]", "items[1]");
    }

    private static Map<String, Object> item(ProductRecord product, int days) {
        return Map.of("product", product.id(), "number", "QĐ " + days, "revision", product.revision());
    }

    private static Map<String, Object> fresh(ProductRecord product, int days) {
        return Map.of("product", product.id(), "number", "QĐ " + days);
    }

    private List<String> act(String province, Map<String, Object> wish) {
        return json(officer(province)
                        .post()
                        .uri("/api/v1/certificates/acts")
                        .bodyValue(wish)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("items")
                .valueStream()
                .map(item -> item.get("came").asString())
                .toList();
    }

    private List<String> products(String province, String list) {
        return list(officer(province), "list=" + list)
                .get("items")
                .valueStream()
                .map(item -> item.get("product").asString())
                .toList();
    }

    private static JsonNode list(WebTestClient who, String query) {
        return json(who.get()
                .uri("/api/v1/certificates?" + query)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        answer.expectBody(byte[].class).returnResult().getResponseBody()));
    }
}
