package vn.ocopmarket.catalog.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.idempotency.Keyed.Answer;

/**
 * Requests that are sent again after somebody died between doing them and keeping their answer, and after others have gone on
 * from what they did: each finds its own work, and nothing is done twice.
 */
class DiedBeforeAnsweringIT extends RunningCatalog {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final String key = UUID.randomUUID().toString();
    private String producerId = "";
    private Map<String, Object> draft = Map.of();

    @BeforeEach
    void aProducer() {
        var number = NUMBERS.incrementAndGet();
        producerId = id(made("/api/v1/producers", Map.of("name", "HTX Đứt " + number, "province", "Vĩnh Long")));
        draft = Map.of(
                "name",
                "Trà đứt " + number,
                "producerId",
                producerId,
                "province",
                "Vĩnh Long",
                "group",
                "07",
                "variants",
                List.of(Map.of("sku", sku(number), "label", "Hộp")));
    }

    private static String sku(int number) {
        return "DIED-" + number;
    }

    private String sku() {
        return sku(NUMBERS.get());
    }

    private WebTestClient officer() {
        return officerOf("86");
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonNode made(String path, Map<String, Object> body) {
        return done(Keyed.post(officer(), key(), path, body));
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        assertThat(answer.replayed()).isFalse();
        return answer.json();
    }

    /** Once more, by whoever takes over from the one who died. */
    private JsonNode again(WebTestClient who, String path, Map<String, Object> body) {
        new Keyed(database()).lastAnswersWereNeverKept();
        return done(Keyed.post(who, key, path, body));
    }

    private JsonNode again(String path, Map<String, Object> body) {
        return again(officer(), path, body);
    }

    private JsonNode seen(WebTestClient who, String path) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(who.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
    }

    private void edited(String path, String ifMatch, Map<String, Object> body) {
        officer()
                .put()
                .uri(path)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    @Test
    void aProducerIsOne() {
        var body = Map.<String, Object>of("name", "HTX Đứt " + key, "province", "Vĩnh Long");
        var first = done(Keyed.post(officer(), key, "/api/v1/producers", body));
        edited("/api/v1/producers/" + id(first), "\"1\"", with(body, "name", "HTX Đổi tên " + key));

        assertThat(id(again("/api/v1/producers", body))).isEqualTo(id(first));
    }

    @Test
    void aProductIsOne() {
        var first = done(Keyed.post(officer(), key, "/api/v1/products", draft));
        edited("/api/v1/products/" + id(first), "\"1\"", with(draft, "story", "Chuyện khác"));

        var found = again("/api/v1/products", draft);

        assertThat(id(found)).isEqualTo(id(first));
        assertThat(found.get("revision").asLong()).isEqualTo(2);
        assertThat(Keyed.post(officer(), key(), "/api/v1/products", draft).status())
                .as("another request for it")
                .isEqualTo(409);
    }

    @Test
    void aCertificateIsIssuedOnceAlsoForWhoNamedTheRevision() {
        var path = "/api/v1/products/" + id(made("/api/v1/products", draft)) + "/certificates";
        var body = Map.<String, Object>of("decision", "9/QĐ-UBND", "issuedOn", "2026-03-05", "stars", 4);
        var _ = done(Keyed.post(officer(), key, path, "\"1\"", body));

        new Keyed(database()).lastAnswersWereNeverKept();
        var found = done(Keyed.post(officer(), key, path, "\"1\"", body));

        assertThat(found.get("certificates")).hasSize(1);
        assertThat(found.get("revision").asLong()).isEqualTo(2);
        assertThat(Keyed.post(officer(), key(), path, "\"1\"", with(body, "decision", "10/QĐ-UBND"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aCertificateThatWasReinstatedDoesNotRestAgain() {
        var product = id(made("/api/v1/products", draft));
        var path = "/api/v1/products/" + product + "/certificates";
        var _ = made(path, Map.of("decision", "C1", "issuedOn", "2026-03-05", "stars", 4));
        var rest = Map.<String, Object>of("from", "2026-04-01", "reason", "Hậu kiểm");
        var _ = done(Keyed.post(officer(), key, path + "/C1/suspensions", rest));
        var _ = made(path + "/C1/reinstatements", Map.of("on", "2026-04-20", "reason", "Đã khắc phục"));

        var found = again(path + "/C1/suspensions", rest);

        assertThat(found.at("/certificates/0/life/suspensions")).hasSize(1);
        assertThat(found.at("/certificates/0/life/suspensions/0/until").asString())
                .isEqualTo("2026-04-19");
    }

    @Test
    void ofManyCertificatesAtOnceNoneRestsAgain() {
        var product = id(made("/api/v1/products", draft));
        var path = "/api/v1/products/" + product + "/certificates";
        var _ = made(path, Map.of("decision", "C1", "issuedOn", "2026-03-05", "stars", 4));
        var acts = Map.<String, Object>of(
                "act",
                "suspensions",
                "items",
                List.of(Map.of("product", product, "number", "C1"), Map.of("product", "none", "number", "C1")),
                "fields",
                Map.of("from", "2026-04-01", "reason", "Hậu kiểm"));
        var first = done(Keyed.post(officer(), key, "/api/v1/certificates/acts", acts));
        var _ = made(path + "/C1/reinstatements", Map.of("on", "2026-04-20", "reason", "Đã khắc phục"));

        var found = again("/api/v1/certificates/acts", acts);

        assertThat(found.get("items")).hasSameSizeAs(first.get("items"));
        assertThat(seen(officer(), "/api/v1/products/" + product).at("/certificates/0/life/suspensions"))
                .hasSize(1);
    }

    @Test
    void aLotIsOne() {
        var _ = made("/api/v1/products", draft);
        var lot = Map.<String, Object>of("sku", sku(), "lot", "L1", "producedOn", "2026-04-12");
        var first = done(Keyed.post(officer(), key, "/api/v1/lots", lot));
        edited("/api/v1/lots/" + id(first), "\"1\"", with(lot, "producedOn", "2026-04-13"));

        var found = again("/api/v1/lots", lot);

        assertThat(id(found)).isEqualTo(id(first));
        assertThat(found.get("producedOn").asString()).isEqualTo("2026-04-13");
        assertThat(Keyed.post(officer(), key(), "/api/v1/lots", lot).status())
                .as("another request for it")
                .isEqualTo(409);
    }

    @Test
    void aBatchOfStampsIsOneAndWhatWasCorrectedIsNotNotedAgain() {
        var batch = Map.<String, Object>of(
                "province",
                "Vĩnh Long",
                "series",
                "DU" + (char) ('A' + NUMBERS.get()) + "-",
                "first",
                "000001",
                "last",
                "000100",
                "printedOn",
                TODAY.minusDays(30).toString(),
                "issuer",
                "Văn phòng Điều phối",
                "order",
                "12/QĐ-VPĐP");
        var made = id(done(Keyed.post(officer(), key, "/api/v1/stamp-batches", batch)));
        assertThat(id(again("/api/v1/stamp-batches", batch))).isEqualTo(made);
        var path = "/api/v1/stamp-batches/" + made;
        var lost = Map.<String, Object>of("first", "7", "last", "9", "fate", "LOST", "reason", "Mất khi vận chuyển");
        var _ = done(Keyed.post(officer(), key, path + "/notes", lost));
        var _ = made(path + "/corrections", Map.of("first", "7", "last", "9", "reason", "Tìm thấy"));

        var found = again(path + "/notes", lost);

        assertThat(found.get("notes")).isEmpty();
        assertThat(found.at("/counts/lost").asInt()).isZero();
    }

    @Test
    void aFindingIsOneAndIsAnsweredOnce() {
        var product = id(made("/api/v1/products", draft));
        var inspector = as(Map.of("roles", List.of("INSPECTOR"), "provinces", List.of("86")));
        var producer = as(Map.of("roles", List.of("PRODUCER"), "producers", List.of(producerId)));
        var finding = Map.<String, Object>of(
                "key",
                "k" + key,
                "kind",
                "PRODUCT",
                "subject",
                product,
                "what",
                "Nhãn thiếu ngày",
                "ground",
                "Nghị định 37/2026",
                "severity",
                "MAJOR",
                "deadline",
                TODAY.plusDays(7).toString());
        var made = id(done(Keyed.post(inspector, key, "/api/v1/findings", finding)));
        assertThat(id(again(inspector, "/api/v1/findings", finding))).isEqualTo(made);
        var path = "/api/v1/findings/" + made;
        var answer = Map.<String, Object>of("words", "Đã in lại nhãn");
        var _ = done(Keyed.post(producer, key, path + "/answers", answer));
        var longer = Map.<String, Object>of("until", TODAY.plusDays(20).toString(), "why", "Chưa đạt");
        var _ = done(Keyed.post(inspector, key(), path + "/extensions", longer));

        var found = again(producer, path + "/answers", answer);

        assertThat(found.get("history")
                        .valueStream()
                        .map(step -> step.get("what").asString()))
                .containsExactly("RECORDED", "ANSWERED", "EXTENDED");
        assertThat(found.get("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void aPreviewIsOne() {
        var row = Map.of(
                "product",
                "Trà xem trước " + key,
                "producer",
                "HTX Xem trước",
                "province",
                "Vĩnh Long",
                "stars",
                "4",
                "decision",
                "86/QĐ-UBND",
                "issuedOn",
                "5/3/2025");
        var rows = Map.<String, Object>of("rows", List.of(row));
        var path = "/api/v1/imports?preview=true";
        var first = done(Keyed.post(officer(), key, path, rows));

        assertThat(id(again(path, rows))).isEqualTo(id(first));
        assertThat(id(made(path, rows))).as("another request for one").isNotEqualTo(id(first));
    }
}
