package vn.ocopmarket.catalog.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.contract.trace.TraceRecord.Step;

class TraceIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private String producerId = "";
    private String productId = "";
    private String sku = "";
    private String gtin = "";

    @BeforeEach
    void register() {
        var number = NUMBERS.incrementAndGet();
        producerId = body(
                        officerOf("86")
                                .post()
                                .uri("/api/v1/producers")
                                .bodyValue(Map.of("name", "HTX Trà " + number, "province", "Vĩnh Long"))
                                .exchange(),
                        ProducerRecord.class)
                .id();
        sku = "TR-" + number;
        gtin = Gtin.ofKey("0200000%06d".formatted(number)).value();
        productId = body(
                        officerOf("86")
                                .post()
                                .uri("/api/v1/products")
                                .bodyValue(Map.of(
                                        "name",
                                        "Trà " + number,
                                        "producerId",
                                        producerId,
                                        "province",
                                        "Vĩnh Long",
                                        "group",
                                        "07",
                                        "variants",
                                        List.of(
                                                Map.of("sku", sku, "label", "Hộp", "gtin", gtin),
                                                Map.of("sku", sku + "-X", "label", "Gói"))))
                                .exchange(),
                        ProductRecord.class)
                .id();
    }

    private WebTestClient producer() {
        return as(Map.of("roles", List.of("PRODUCER"), "producers", List.of(producerId)));
    }

    private WebTestClient stranger() {
        return as(Map.of("roles", List.of("PRODUCER"), "producers", List.of("somebody-else")));
    }

    private static <T> T body(WebTestClient.ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(response.expectStatus()
                .is2xxSuccessful()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }

    private Map<String, Object> draft(String ofSku, String lot) {
        return Map.of(
                "sku",
                ofSku,
                "lot",
                lot,
                "producedOn",
                "2026-04-12",
                "bestBefore",
                "2027-06-30",
                "quantity",
                Map.of("amount", 500, "unit", "H87"),
                "inputs",
                List.of(Map.of("name", "Búp trà", "origin", "Xã Tam Ngãi", "supplier", "Tổ trồng trà", "lot", "B1")),
                "standards",
                List.of("TCVN 12827"));
    }

    private LotRecord add(String ofSku, String lot) {
        return body(
                producer()
                        .post()
                        .uri("/api/v1/lots")
                        .bodyValue(draft(ofSku, lot))
                        .exchange(),
                LotRecord.class);
    }

    @Test
    void aProducerWritesDownALotAndAddingItAgainGivesTheSame() {
        var lot = add(sku, "L/26-0412");

        assertThat(add(sku, "L/26-0412")).isEqualTo(lot);
        assertThat(lot.path()).isEqualTo("/01/" + gtin + "/10/L%2F26-0412");
        assertThat(add(sku + "-X", "A1").path()).matches("/t/[0-9a-z]{14}");
    }

    @Test
    void onlyWhoKeepsTheProductKeepsItsLots() {
        stranger()
                .post()
                .uri("/api/v1/lots")
                .bodyValue(draft(sku, "L1"))
                .exchange()
                .expectStatus()
                .isForbidden();
        officerOf("24")
                .post()
                .uri("/api/v1/lots")
                .bodyValue(draft(sku, "L1"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void namesTheFieldsItCannotUse() {
        producer()
                .post()
                .uri("/api/v1/lots")
                .bodyValue(Map.of(
                        "sku",
                        sku,
                        "lot",
                        "lô một",
                        "producedOn",
                        "2026-05-01",
                        "bestBefore",
                        "2026-04-01",
                        "quantity",
                        Map.of("amount", 0, "unit", "kilo")))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields ->
                        assertThat(fields).isEqualTo(List.of("lot", "bestBefore", "quantity.amount", "quantity.unit")));
    }

    @Test
    void anEditNeedsThePresentRevision() {
        var lot = add(sku, "E1");
        var other = Map.of("sku", sku, "lot", "E1", "bestBefore", "2028-01-01");

        producer()
                .put()
                .uri("/api/v1/lots/" + lot.id())
                .header("If-Match", "\"7\"")
                .bodyValue(other)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        var edited = body(
                producer()
                        .put()
                        .uri("/api/v1/lots/" + lot.id())
                        .header("If-Match", "\"1\"")
                        .bodyValue(other)
                        .exchange(),
                LotRecord.class);

        assertThat(edited.revision()).isEqualTo(2);
        assertThat(edited.bestBefore()).hasToString("2028-01-01");
    }

    @Test
    void aRecallIsFinalAndAnOfficerClosesItWithEvidence() {
        var lot = add(sku, "R1");
        var recalled = body(
                producer()
                        .post()
                        .uri("/api/v1/lots/%s/recalls".formatted(lot.id()))
                        .bodyValue(Map.of("reason", "Có dị vật", "advice", "Không dùng, mang trả"))
                        .exchange(),
                LotRecord.class);
        assertThat(recalled.recall()).isNotNull();

        producer()
                .post()
                .uri("/api/v1/lots/%s/recalls/closings".formatted(lot.id()))
                .bodyValue(Map.of("evidence", "Biên bản"))
                .exchange()
                .expectStatus()
                .isForbidden();
        var closed = body(
                officerOf("86")
                        .post()
                        .uri("/api/v1/lots/%s/recalls/closings".formatted(lot.id()))
                        .bodyValue(Map.of("evidence", "Biên bản tiêu hủy 12/BB"))
                        .exchange(),
                LotRecord.class);

        assertThat(Objects.requireNonNull(closed.recall()).closing()).isNotNull();
        assertThat(closed.mayBeSoldOn(LocalDate.of(2026, 11, 21))).isFalse();
        anonymous()
                .get()
                .uri("/api/v1/recalls?since={since}", closed.updatedAt())
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')]".formatted(lot.id()))
                .exists();
    }

    private String event(String id, String time, String step, String epcClass, String more) {
        return """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"ObjectEvent",
                "eventID":"%s","eventTime":"%s","eventTimeZoneOffset":"+07:00","action":"OBSERVE","bizStep":"%s",
                "quantityList":[{"epcClass":"%s","quantity":500}]%s}""".formatted(id, time, step, epcClass, more);
    }

    private WebTestClient.ResponseSpec capture(WebTestClient client, String event) {
        return client.post()
                .uri("/api/v1/epcis/capture")
                .contentType(MediaType.parseMediaType("application/ld+json"))
                .bodyValue(event)
                .exchange();
    }

    private TraceRecord trace(String link) {
        return body(anonymous().get().uri("/api/v1/traces?link={link}", link).exchange(), TraceRecord.class);
    }

    @Test
    void aTraceTellsWhatTheProducerReportedAndNobodyElse() {
        var lot = add(sku, "T1");
        var epc = "https://id.gs1.org/01/" + gtin + "/10/T1";
        var id = "urn:uuid:" + UUID.nameUUIDFromBytes(sku.getBytes(StandardCharsets.UTF_8));
        var packing = event(id, "2026-04-13T08:00:00+07:00", "packing", epc, "");
        capture(producer(), packing)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(1);
        capture(producer(), packing)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(0)
                .jsonPath("$.known")
                .isEqualTo(1);
        capture(stranger(), event(id, "2026-04-13T08:00:00+07:00", "destroying", epc, ""))
                .expectStatus()
                .isBadRequest();
        capture(stranger(), event("urn:x:" + sku, "2026-04-14T08:00:00+07:00", "destroying", epc, ""))
                .expectStatus()
                .isOk();
        capture(
                        producer(),
                        event(
                                id,
                                "2026-04-13T08:00:00+07:00",
                                "packing",
                                epc,
                                ",\"errorDeclaration\":{\"declarationTime\":\"2026-04-15T00:00:00Z\"}"))
                .expectStatus()
                .isOk();

        var trace = trace(lot.path());

        assertThat(trace.lot()).isEqualTo(lot);
        assertThat(trace.sku()).isEqualTo(sku);
        assertThat(trace.product().id()).isEqualTo(productId);
        assertThat(trace.steps())
                .extracting(Step::bizStep, Step::declaredWrong)
                .containsExactly(tuple("packing", true));
        assertThat(trace("/01/" + gtin + "/10/NOBODY-KNOWS").lot()).isNull();
    }

    @Test
    void eventsAreFoundPageByPageByWhoMayReadThem() {
        assertThat(add(sku, "Q1").revision()).isEqualTo(1);
        for (int day = 1; day <= 5; day++) {
            capture(
                            producer(),
                            event(
                                    "urn:x:%s:%d".formatted(sku, day),
                                    "2026-04-0%dT08:00:00+07:00".formatted(day),
                                    day == 3 ? "shipping" : "storing",
                                    "urn:epc:class:lgtin:" + gtin.substring(1, 8) + "." + gtin.charAt(0)
                                            + gtin.substring(8, 13) + ".Q1",
                                    ""))
                    .expectStatus()
                    .isOk();
        }
        var all = "/api/v1/epcis/events?MATCH_anyEPC={epc}&perPage=3";
        var link = "https://shop.example/01/" + gtin + "/10/Q1";
        var first = producer().get().uri(all, link).exchange();

        var next = Objects.requireNonNull(
                first.returnResult(byte[].class).getResponseHeaders().getFirst("Link"));
        assertThat(next).contains("nextPageToken=").endsWith("rel=\"next\"");
        producer()
                .get()
                .uri(base -> base.build().resolve(next.substring(1, next.indexOf('>'))))
                .exchange()
                .expectBody()
                .jsonPath("$.epcisBody.queryResults.resultsBody.eventList.length()")
                .isEqualTo(2);
        producer()
                .get()
                .uri("/api/v1/epcis/events?EQ_bizStep=shipping&GE_eventTime=2026-04-02T00:00:00Z")
                .exchange()
                .expectBody()
                .jsonPath("$.epcisBody.queryResults.resultsBody.eventList[0].eventID")
                .isEqualTo("urn:x:" + sku + ":3");
        stranger()
                .get()
                .uri(all, link)
                .exchange()
                .expectBody()
                .jsonPath("$.epcisBody.queryResults.resultsBody.eventList.length()")
                .isEqualTo(0);
        producer()
                .get()
                .uri("/api/v1/epcis/events?EQ_colour=red")
                .exchange()
                .expectStatus()
                .isBadRequest();
        anonymous().get().uri("/api/v1/epcis/events").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void whatIsExportedCanBeImportedAgain() {
        capture(producer(), event("urn:x:" + sku, "2026-04-01T08:00:00Z", "storing", "urn:x:thing:" + sku, ""))
                .expectStatus()
                .isOk();
        var exported = body(producer().get().uri("/api/v1/epcis/export").exchange(), String.class);

        producer()
                .post()
                .uri("/api/v1/epcis/capture")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(exported)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(0)
                .jsonPath("$.known")
                .isEqualTo(1);
    }

    @Test
    void nothingOfAWrongDocumentIsKeptUnlessAskedFor() {
        var right = event("urn:x:%s:1".formatted(sku), "2026-04-01T08:00:00Z", "storing", "urn:x:a", "");
        var wrong = event("urn:x:%s:2".formatted(sku), "2026-04-01T08:00:00Z", "flying", "urn:x:a", "");
        var document = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument",
                "schemaVersion":"2.0","creationDate":"2026-04-01T08:00:00Z","epcisBody":{"eventList":[%s,%s]}}""".formatted(right, wrong);

        capture(producer(), document)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/epcisBody/eventList/1/bizStep");
        producer()
                .post()
                .uri("/api/v1/epcis/capture")
                .header("GS1-Capture-Error-Behaviour", "proceed")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(document)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        capture(administrator(), "{\"a\":\"" + "x".repeat(17 << 20) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                // The connection ends here: an answer that nobody reads would never give its buffers back.
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(413);
    }

    @Test
    void anOfficerClosesARecallWithWhatProvesIt() {
        var lot = add(sku, "P1");
        var recalls = "/api/v1/lots/" + lot.id() + "/recalls";
        var _ = body(
                producer()
                        .post()
                        .uri(recalls)
                        .bodyValue(Map.of("reason", "Có dị vật"))
                        .exchange(),
                LotRecord.class);
        evidence(officerOf("86"), recalls, "<svg onload='x'/>").expectStatus().is4xxClientError();
        evidence(stranger(), recalls, "%PDF-1.7").expectStatus().isForbidden();
        var kept = body(evidence(officerOf("86"), recalls, "%PDF-1.7 biên bản"), Map.class);

        var closing = Map.of("evidence", "Biên bản 3", "recovered", 40, "destroyed", 38);
        var wrong = new HashMap<String, Object>(closing);
        wrong.put("document", "0".repeat(64));
        officerOf("86")
                .post()
                .uri(recalls + "/closings")
                .bodyValue(wrong)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        wrong.put("document", kept.get("sha256"));
        var closed = body(
                officerOf("86")
                        .post()
                        .uri(recalls + "/closings")
                        .bodyValue(wrong)
                        .exchange(),
                LotRecord.class);

        var end = Objects.requireNonNull(Objects.requireNonNull(closed.recall()).closing());
        assertThat(end.recovered()).isEqualTo(40);
        assertThat(end.destroyed()).isEqualTo(38);
        assertThat(closed.mayBeSoldOn(LocalDate.of(2026, 5, 1))).isFalse();
        producer()
                .get()
                .uri(recalls + "/evidence/" + end.document())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF);
        stranger()
                .get()
                .uri(recalls + "/evidence/" + end.document())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static WebTestClient.ResponseSpec evidence(WebTestClient as, String recalls, String content) {
        return as.post()
                .uri(recalls + "/evidence")
                .contentType(MediaType.APPLICATION_PDF)
                .bodyValue(content.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
