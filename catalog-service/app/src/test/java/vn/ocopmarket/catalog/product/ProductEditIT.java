package vn.ocopmarket.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;

class ProductEditIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private String producerId = "";

    @BeforeEach
    void register() {
        var draft = Map.of("name", "HTX Dừa sáp Cầu Kè", "province", "Trà Vinh", "commune", "thị trấn Cầu Kè");
        producerId = Objects.requireNonNull(officerOf("86")
                        .post()
                        .uri("/api/v1/producers")
                        .bodyValue(draft)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(ProducerRecord.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }

    private Map<String, Object> draft(String name, String sku) {
        return Map.of(
                "name",
                name,
                "producerId",
                producerId,
                "province",
                "Vĩnh Long",
                "group",
                "07",
                "variants",
                List.of(Map.of(
                        "sku", sku, "label", "Hộp 500 g", "price", Map.of("amount", 120000, "currency", "VND"))));
    }

    private ProductRecord add(String name, String sku) {
        return body(officerOf("86")
                .post()
                .uri("/api/v1/products")
                .bodyValue(draft(name, sku))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private static ProductRecord body(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(ProductRecord.class).returnResult().getResponseBody());
    }

    private ProductRecord fresh() {
        var number = NUMBERS.incrementAndGet();
        return add("Dừa sáp sấy " + number, "DS-" + number);
    }

    @Test
    void addsAProductUnderItsOfficer() {
        var product = fresh();

        assertThat(product.revision()).isEqualTo(1);
        assertThat(product.group().code()).isEqualTo("07");
        assertThat(product.place().provinceCode()).isEqualTo("86");
    }

    @Test
    void refusesAnOfficerOfAnotherProvince() {
        officerOf("24")
                .post()
                .uri("/api/v1/products")
                .bodyValue(draft("Dừa lạ", "DL"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void letsNoOfficerMoveAProductIntoAProvinceOfOthers() {
        var product = fresh();
        var elsewhere = new HashMap<>(
                draft(product.name(), product.variants().getFirst().sku()));
        elsewhere.put("province", "24");

        put(product, product.revision(), elsewhere).expectStatus().isForbidden();

        assertThat(put(
                        as(Map.of("roles", List.of("OCOP_OFFICER"), "provinces", List.of("24", "86"))),
                        product,
                        elsewhere))
                .isEqualTo("24");
    }

    private static String put(WebTestClient as, ProductRecord product, Map<String, Object> draft) {
        return body(as.put()
                        .uri("/api/v1/products/" + product.id())
                        .header("If-Match", "\"" + product.revision() + "\"")
                        .bodyValue(draft)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .place()
                .provinceCode();
    }

    @Test
    void refusesASkuThatIsTaken() {
        var first = fresh();

        officerOf("86")
                .post()
                .uri("/api/v1/products")
                .bodyValue(draft("Dừa khác", first.variants().getFirst().sku()))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://ocopmarket.vn/problems/already-taken");
    }

    @Test
    void namesTheFieldsItCannotUse() {
        officerOf("86")
                .post()
                .uri("/api/v1/products")
                .header("Accept-Language", "en")
                .bodyValue(Map.of(
                        "name",
                        "X",
                        "producerId",
                        producerId,
                        "province",
                        "Nowhere",
                        "variants",
                        List.of(Map.of("label", "A", "gtin", "8936012340010"))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == 'province')]")
                .exists()
                .jsonPath("$.errors[?(@.field == 'variants[0].gtin')]")
                .exists();
    }

    @Test
    void refusesUnknownFieldsByName() {
        officerOf("86")
                .post()
                .uri("/api/v1/products")
                .bodyValue(Map.of("name", "X", "stars", 5))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("stars");
    }

    @Test
    void editsOnlyTheRevisionThatWasRead() {
        var product = fresh();
        var edit = draft(product.name(), product.variants().getFirst().sku());
        var story = new java.util.HashMap<>(edit);
        story.put("story", "Dừa sáp chỉ có ở Cầu Kè.");

        var edited = body(put(product, 1, story).expectStatus().isOk());
        assertThat(edited.revision()).isEqualTo(2);
        put(product, 1, edit).expectStatus().isEqualTo(412);
        officerOf("86")
                .put()
                .uri("/api/v1/products/" + product.id())
                .bodyValue(edit)
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    private WebTestClient.ResponseSpec put(ProductRecord product, long revision, Map<String, Object> draft) {
        return officerOf("86")
                .put()
                .uri("/api/v1/products/" + product.id())
                .header("If-Match", "\"" + revision + "\"")
                .bodyValue(draft)
                .exchange();
    }

    @Test
    void ofManyEditsOfOneRevisionExactlyOneWins() {
        var product = fresh();
        var wins = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> {
                    var edit = new java.util.HashMap<>(
                            draft(product.name(), product.variants().getFirst().sku()));
                    edit.put("story", "Câu chuyện " + number);
                    return put(product, 1, edit)
                            .returnResult(byte[].class)
                            .getStatus()
                            .value();
                })
                .filter(status -> status == 200)
                .count();

        assertThat(wins).isEqualTo(1);
    }

    @Test
    void certifiesAndWithdrawsByANumberWithSlashes() {
        var product = fresh();
        var number = "3981/QĐ-UBND";
        var certificate = Map.of("decision", number, "issuedOn", "2026-08-05", "stars", 4, "issuedBy", "UBND tỉnh");

        var certified = body(officerOf("86")
                .post()
                .uri("/api/v1/products/" + product.id() + "/certificates")
                .bodyValue(certificate)
                .exchange()
                .expectStatus()
                .isCreated());
        assertThat(certified.certificates().getFirst().validUntil()).isEqualTo("2029-08-05");

        var withdrawal = Map.of("reason", "Ngừng sản xuất", "decision", "12/QĐ-UBND", "on", "2026-10-01");
        var withdrawn =
                body(withdraw(product, number, withdrawal).expectStatus().isCreated());
        var day = java.time.LocalDate.of(2026, 10, 1);
        assertThat(withdrawn.certificates().getFirst().stateOn(day)).isEqualTo(CertificateState.WITHDRAWN);
        assertThat(withdrawn.certificateOn(day)).isEmpty();

        var again = body(withdraw(product, number, withdrawal).expectStatus().isCreated());
        assertThat(again.revision()).isEqualTo(withdrawn.revision());
    }

    private WebTestClient.ResponseSpec withdraw(ProductRecord product, String number, Map<String, String> withdrawal) {
        return officerOf("86")
                .post()
                .uri(builder -> builder.path("/api/v1/products/{id}/certificates/{number}/withdrawals")
                        .build(product.id(), number))
                .bodyValue(withdrawal)
                .exchange();
    }

    @Test
    void letsAProducerPriceItsGoodsButNotRenameThem() {
        var product = fresh();
        var producer = as(Map.of("roles", List.of("PRODUCER"), "producers", List.of(producerId)));
        var price = draft(product.name(), product.variants().getFirst().sku());
        var rename = draft("Tên khác", product.variants().getFirst().sku());

        producer.put()
                .uri("/api/v1/products/" + product.id())
                .header("If-Match", "\"1\"")
                .bodyValue(rename)
                .exchange()
                .expectStatus()
                .isForbidden();
        producer.put()
                .uri("/api/v1/products/" + product.id())
                .header("If-Match", "\"1\"")
                .bodyValue(price)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void tellsTheProductsOfARenamedProducer() {
        var product = fresh();
        var producer = Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/producers/" + producerId)
                .exchange()
                .expectBody(ProducerRecord.class)
                .returnResult()
                .getResponseBody());
        officerOf("86")
                .put()
                .uri("/api/v1/producers/" + producerId)
                .header("If-Match", "\"" + producer.revision() + "\"")
                .bodyValue(Map.of("name", "HTX Dừa sáp Hòa Tân", "province", "Vĩnh Long"))
                .exchange()
                .expectStatus()
                .isOk();

        eventually(() -> assertThat(body(anonymous()
                                .get()
                                .uri("/api/v1/products/" + product.id())
                                .exchange())
                        .producer()
                        .name())
                .isEqualTo("HTX Dừa sáp Hòa Tân"));
    }
}
