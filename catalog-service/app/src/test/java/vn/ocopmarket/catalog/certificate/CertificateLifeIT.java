package vn.ocopmarket.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.contract.product.CertificateState.EXPIRED;
import static vn.ocopmarket.contract.product.CertificateState.EXTENDED;
import static vn.ocopmarket.contract.product.CertificateState.SUPERSEDED;
import static vn.ocopmarket.contract.product.CertificateState.SUSPENDED;
import static vn.ocopmarket.contract.product.CertificateState.VALID;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Ineligible;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/** What officers do to certificates, over HTTP. */
class CertificateLifeIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String NUMBER = "3981/QĐ-UBND";
    private static final LocalDate END = LocalDate.of(2029, 8, 5);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    private String id = "";
    private String sku = "";

    @BeforeEach
    void certify() {
        var number = NUMBERS.incrementAndGet();
        sku = "GCN-" + number;
        var producer = Map.of("name", "HTX Lạc Dương " + number, "province", "Lâm Đồng");
        var producerId = Objects.requireNonNull(officer()
                        .post()
                        .uri("/api/v1/producers")
                        .bodyValue(producer)
                        .exchange()
                        .expectBody(ProducerRecord.class)
                        .returnResult()
                        .getResponseBody())
                .id();
        var variants = List.of(Map.of("sku", sku, "label", "Gói", "price", Map.of("amount", 1, "currency", "VND")));
        var draft = Map.of(
                "name",
                "Cà phê " + number,
                "producerId",
                producerId,
                "province",
                "68",
                "group",
                "13",
                "variants",
                variants);
        id = product(officer().post().uri("/api/v1/products").bodyValue(draft).exchange())
                .id();
        var _ = product(issue(NUMBER, "2026-08-05", 4).expectStatus().isCreated());
    }

    private WebTestClient officer() {
        return officerOf("68");
    }

    private ResponseSpec issue(String number, String on, int stars) {
        return officer()
                .post()
                .uri("/api/v1/products/" + id + "/certificates")
                .bodyValue(Map.of("decision", number, "issuedOn", on, "stars", stars, "issuedBy", "UBND tỉnh Lâm Đồng"))
                .exchange();
    }

    private ResponseSpec act(WebTestClient who, String number, String act, Map<String, Object> body) {
        return who.post()
                .uri(builder -> builder.path("/api/v1/products/{id}/certificates/{number}/" + act)
                        .build(id, number))
                .bodyValue(body)
                .exchange();
    }

    private static ProductRecord product(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(ProductRecord.class).returnResult().getResponseBody());
    }

    private static Certificate first(ProductRecord product) {
        return product.certificates().getFirst();
    }

    @Test
    void extendsWithProofForAtMostHalfAYear() {
        var proof = Map.<String, Object>of(
                "until", "2030-02-01", "receipt", "PĐK-68-24", "receivedOn", "2029-07-20", "receivedBy", "UBND xã");

        act(officer(), NUMBER, "extensions", Map.of("until", "2030-02-01"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.field == 'receipt')]")
                .exists();
        act(
                        officer(),
                        NUMBER,
                        "extensions",
                        Map.of("until", "2030-02-02", "receipt", "1", "receivedOn", "2029-07-20", "receivedBy", "x"))
                .expectStatus()
                .isBadRequest();
        var extended = product(
                act(officer(), NUMBER, "extensions", proof).expectStatus().isCreated());
        var again = product(
                act(officer(), NUMBER, "extensions", proof).expectStatus().isCreated());

        assertThat(first(extended).stateOn(END)).isNotEqualTo(EXTENDED);
        assertThat(first(extended).stateOn(END.plusDays(1))).isEqualTo(EXTENDED);
        assertThat(first(extended).stateOn(END.plusDays(181))).isEqualTo(EXPIRED);
        assertThat(Objects.requireNonNull(first(extended).life().extension()).receipt())
                .isEqualTo("PĐK-68-24");
        assertThat(again).isEqualTo(extended);
    }

    @Test
    void aReRecognitionWithFewerStarsEndsTheEarlierForGood() {
        var rated = product(issue("77/QĐ-UBND", "2027-08-01", 3).expectStatus().isCreated());
        var day = LocalDate.of(2027, 8, 1);

        assertThat(first(rated).stateOn(day.minusDays(1))).isEqualTo(VALID);
        assertThat(first(rated).stateOn(day)).isEqualTo(SUPERSEDED);
        assertThat(rated.certificateOn(day).orElseThrow().stars()).isEqualTo(3);

        var withdrawn =
                product(act(officer(), "77/QĐ-UBND", "withdrawals", Map.of("reason", "Sai phạm", "on", "2027-09-01"))
                        .expectStatus()
                        .isCreated());
        assertThat(Eligibility.of(withdrawn, sku, LocalDate.of(2027, 9, 1)))
                .isEqualTo(new Ineligible(List.of(Reason.CERTIFICATE_WITHDRAWN)));
    }

    @Test
    void aCertificateEnteredLateTakesItsPlaceAmongTheEarlier() {
        var filled = product(issue("12/QĐ-UBND", "2023-07-01", 3).expectStatus().isCreated());

        assertThat(filled.certificateOn(LocalDate.of(2024, 1, 1)).orElseThrow().stars())
                .isEqualTo(3);
        assertThat(filled.certificateOn(LocalDate.of(2027, 1, 1)).orElseThrow().stars())
                .isEqualTo(4);
    }

    @Test
    void restsAndComesBack() {
        var day = LocalDate.of(2027, 3, 1);
        var rests = product(act(
                        officer(),
                        NUMBER,
                        "suspensions",
                        Map.of("from", "2027-03-01", "reason", "Hậu kiểm", "decision", "5/BB"))
                .expectStatus()
                .isCreated());
        assertThat(first(rests).stateOn(day)).isEqualTo(SUSPENDED);

        act(officer(), NUMBER, "suspensions", Map.of("from", "2027-03-09", "reason", "Khác"))
                .expectStatus()
                .isEqualTo(409);
        var back =
                product(act(officer(), NUMBER, "reinstatements", Map.of("on", "2027-03-20", "reason", "Đã khắc phục"))
                        .expectStatus()
                        .isCreated());
        assertThat(first(back).stateOn(day.plusDays(18))).isEqualTo(SUSPENDED);
        assertThat(first(back).stateOn(day.plusDays(19))).isEqualTo(VALID);
    }

    @Test
    void keepsTheSignedDecisionUnderItsHash() throws Exception {
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
        attach("<html>".getBytes(StandardCharsets.UTF_8)).expectStatus().isBadRequest();
        attach(new byte[11 << 20])
                .expectStatus()
                .isEqualTo(413)
                // The connection ends here: an answer that nobody reads would never give its buffers back.
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(413);

        var product = product(attach(PDF).expectStatus().isOk());
        var again = product(attach(PDF).expectStatus().isOk());

        var file = Objects.requireNonNull(first(product).evidence().file());
        assertThat(file.sha256()).isEqualTo(sha256);
        assertThat(again.revision()).isEqualTo(product.revision());
        anonymous()
                .get()
                .uri("/api/v1/decisions/" + sha256)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody(byte[].class)
                .isEqualTo(PDF);
        anonymous().get().uri("/api/v1/decisions/00").exchange().expectStatus().isNotFound();
    }

    private ResponseSpec attach(byte[] content) {
        return officer()
                .put()
                .uri(builder -> builder.path("/api/v1/products/{id}/certificates/{number}/decision")
                        .build(id, NUMBER))
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(content)
                .exchange();
    }

    @Test
    void blocksTheSaleOfWhatLacksACompulsoryPaper() {
        var declared = Map.of(
                "kind",
                "QUALITY_DECLARATION",
                "number",
                "01/TCB",
                "issuedBy",
                "HTX",
                "issuedOn",
                "2026-01-01",
                "validUntil",
                "2027-01-01");
        var dossier = Map.of("papers", List.of(declared), "papersCheckedOn", "2026-09-01");
        var product = product(file(2, Map.of("dossier", dossier, "why", "Kiểm tra hồ sơ"))
                .expectStatus()
                .isOk());

        assertThat(Eligibility.of(product, sku, LocalDate.of(2026, 9, 1)))
                .isEqualTo(new Ineligible(List.of(Reason.FOOD_SAFETY_CERTIFICATE_MISSING)));
        assertThat(Eligibility.of(product, sku, LocalDate.of(2027, 1, 2)))
                .isEqualTo(new Ineligible(
                        List.of(Reason.QUALITY_DECLARATION_EXPIRED, Reason.FOOD_SAFETY_CERTIFICATE_MISSING)));
        file(2, Map.of("dossier", dossier)).expectStatus().isEqualTo(412);
        file(3, Map.of("dossier", Map.of("papers", List.of(Map.of("kind", "TEST_RESULT")))))
                .expectStatus()
                .isBadRequest();
    }

    private ResponseSpec file(long revision, Map<String, Object> body) {
        return officer()
                .put()
                .uri("/api/v1/products/" + id + "/dossier")
                .header("If-Match", "\"" + revision + "\"")
                .bodyValue(body)
                .exchange();
    }

    @Test
    void tellsWhoDidWhatAndWhy() {
        var withdrawal = Map.<String, Object>of("reason", "Ngừng sản xuất", "on", "2027-01-01");
        var _ = product(
                act(officer(), NUMBER, "withdrawals", withdrawal).expectStatus().isCreated());

        officer()
                .get()
                .uri("/api/v1/products/" + id + "/history")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[2].what")
                .isEqualTo("PRODUCT_ADDED")
                .jsonPath("$.items[1].what")
                .isEqualTo("CERTIFICATE_ISSUED")
                .jsonPath("$.items[0].what")
                .isEqualTo("CERTIFICATE_WITHDRAWN")
                .jsonPath("$.items[0].changes[0].field")
                .isEqualTo("certificate.withdrawal")
                .jsonPath("$.items[0].why")
                .isEqualTo("Ngừng sản xuất")
                .jsonPath("$.items[0].who")
                .isEqualTo("tester");
        officerOf("24")
                .get()
                .uri("/api/v1/products/" + id + "/history")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesAnotherProvinceAndAStaleRevision() {
        var withdrawal = Map.<String, Object>of("reason", "x", "on", "2027-01-01");
        act(officerOf("24"), NUMBER, "withdrawals", withdrawal).expectStatus().isForbidden();
        act(officer(), NUMBER, "celebrations", withdrawal).expectStatus().isNotFound();
        officer()
                .post()
                .uri(builder -> builder.path("/api/v1/products/{id}/certificates/{number}/withdrawals")
                        .build(id, NUMBER))
                .header("If-Match", "\"1\"")
                .bodyValue(withdrawal)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void losesNoneOfManyActsAtOnce() {
        var done = IntStream.range(0, 5)
                .parallel()
                .mapToObj(number -> act(
                                officer(),
                                NUMBER,
                                "suspensions",
                                Map.of(
                                        "from",
                                        "2027-0%d-01".formatted(number + 1),
                                        "until",
                                        "2027-0%d-02".formatted(number + 1),
                                        "reason",
                                        "Đợt " + number))
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .filter(status -> status == 201)
                .count();
        var now = product(anonymous().get().uri("/api/v1/products/" + id).exchange());

        assertThat(first(now).life().suspensions()).hasSize((int) done);
        assertThat(now.revision()).isEqualTo(2 + done);
    }
}
