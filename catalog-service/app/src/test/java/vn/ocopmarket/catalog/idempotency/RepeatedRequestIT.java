package vn.ocopmarket.catalog.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.catalog.idempotency.Keyed.Answer;
import vn.ocopmarket.testing.Eventually;

/** Requests that are sent again under their keys. */
class RepeatedRequestIT extends RunningCatalog {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIST = """
            product,producer,province,stars,decision,issuedOn
            Trà %s,HTX Trà khóa,Vĩnh Long,4,86/QĐ-UBND,5/3/2025
            """;

    private WebTestClient officer() {
        return officerOf("86");
    }

    private Answer producer(WebTestClient who, String key, String name) {
        return Keyed.post(who, key, "/api/v1/producers", Map.of("name", name, "province", "Vĩnh Long"));
    }

    private static Map<String, Object> product(String producerId, String name, String sku) {
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
                List.of(Map.of("sku", sku, "label", "Hộp")));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void areAnsweredAlikeWhateverHappenedSince() {
        var key = key();
        var name = "HTX Một lần " + key;

        var first = producer(officer(), key, name);
        officer()
                .put()
                .uri(Objects.requireNonNull(first.location()))
                .header("If-Match", Objects.requireNonNull(first.etag()))
                .bodyValue(Map.of("name", name, "province", "Vĩnh Long", "about", "Đã sửa"))
                .exchange()
                .expectStatus()
                .isOk();
        var again = producer(officer(), key, name);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.first()).isEqualTo(first);
    }

    @Test
    void areRefusedWhenTheyAreOthers() {
        var key = key();
        assertThat(producer(officer(), key, "HTX Trước " + key).status()).isEqualTo(201);

        var other = producer(officer(), key, "HTX Sau " + key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("idempotency-key-reused");
        assertThat(producers("HTX Sau " + key)).isEmpty();
    }

    @Test
    void areOthersWhenSomebodyElseOrAnotherPlaceIsMeant() {
        var key = key();
        assertThat(producer(officer(), key, "HTX Của tôi " + key).status()).isEqualTo(201);

        assertThat(producer(
                                as(Map.of(
                                        "sub",
                                        "somebody",
                                        "roles",
                                        List.of("OCOP_OFFICER"),
                                        "provinces",
                                        List.of("86"))),
                                key,
                                "HTX Của họ " + key)
                        .status())
                .isEqualTo(201);
        assertThat(Keyed.post(officer(), key, "/api/v1/products", product("none", "Trà", "S"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void needAKeyOfModerateLength() {
        for (var key : List.of("k".repeat(256), "")) {
            var refused = producer(officer(), key, "HTX Khóa dài");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.type()).isEqualTo("idempotency-key-required");
        }
        assertThat(producer(officer(), "k".repeat(255), "HTX Khóa vừa").status())
                .isEqualTo(201);
    }

    @Test
    void stayRefusedWhenTheyWereRefusedForGood() {
        var key = key();
        var sku = "KEY-" + key.substring(0, 8);
        var lot = Map.of("sku", sku, "lot", "L1");
        var maker = producer(officer(), key(), "HTX Từ chối " + key);
        var refused = Keyed.post(officer(), key, "/api/v1/lots", lot);
        var product = product(maker.json().get("id").asString(), "Trà từ chối " + key, sku);
        assertThat(Keyed.post(officer(), key(), "/api/v1/products", product).status())
                .isEqualTo(201);

        var again = Keyed.post(officer(), key, "/api/v1/lots", lot);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(again.replayed()).isTrue();
        assertThat(again.first()).isEqualTo(refused);
        assertThat(Keyed.post(officer(), key(), "/api/v1/lots", lot).status()).isEqualTo(201);
    }

    @Test
    void areTriedAfreshByWhoWasNotSignedInOrNotAllowed() {
        var key = key();
        var name = "HTX Thử lại " + key;

        assertThat(producer(anonymous(), key, name).status()).isEqualTo(401);
        assertThat(producer(officerOf("01"), key, name).status()).isEqualTo(403);
        var done = producer(officer(), key, name);

        assertThat(done.status()).isEqualTo(201);
        assertThat(done.replayed()).isFalse();
    }

    /** Each copy comes in parts between delimiters of its own, and without saying how long it is. */
    @Test
    void areOneHoweverManyComeAtOnceAndHoweverTheyAreWrapped() {
        var key = key();
        var list = LIST.formatted(key);

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(turn -> preview(key, list, "delimiter-" + turn))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().filter(answer -> !answer.replayed())).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.json().get("id").asString()))
                .containsOnly(answers.getFirst().json().get("id").asString());
        assertThat(previews(key)).hasSize(1);
        var other = preview(key, list.replace("86/QĐ", "87/QĐ"), "delimiter-0");
        assertThat(other.status()).isEqualTo(422);
        assertThat(previews(key)).hasSize(1);
    }

    private Answer preview(String key, String list, String delimiter) {
        var body = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(delimiter, key, list, delimiter);
        return Keyed.read(officer()
                .post()
                .uri("/api/v1/imports?preview=true")
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + delimiter)
                .body(BodyInserters.fromDataBuffers(pieces(body.getBytes(StandardCharsets.UTF_8), 7))));
    }

    private List<Document> previews(String fileName) {
        return Objects.requireNonNull(
                Flux.from(database().getCollection("imports").find(Filters.eq("fileName", fileName + ".csv")))
                        .collectList()
                        .block(PATIENCE));
    }

    @Test
    void mayBeLargeAndLeaveNoFileBehind() {
        var key = key();
        var content = pdf(3 << 20);

        var first = decision(key, content);
        var again = decision(key, content);
        content[100]++;
        var other = decision(key, content);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.first()).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        Eventually.until(PATIENCE, () -> files().isEmpty());
    }

    @Test
    void areRefusedWhenNoKeyCanBeKeptForThem() {
        var refused = decision(key(), new byte[(34 << 20) + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.type()).isEqualTo("too-large");
        Eventually.until(PATIENCE, () -> files().isEmpty());
    }

    private Answer decision(String key, byte[] content) {
        return Keyed.read(officer()
                .post()
                .uri("/api/v1/decisions?number=86")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_PDF)
                .body(BodyInserters.fromDataBuffers(pieces(content, 60_000))));
    }

    private static byte[] pdf(int length) {
        var content = new byte[length];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
        System.arraycopy("%%EOF".getBytes(StandardCharsets.US_ASCII), 0, content, length - 5, 5);
        return content;
    }

    /** Sent piece by piece, as by who does not know the length beforehand. */
    private static Flux<DataBuffer> pieces(byte[] content, int length) {
        return Flux.range(0, Math.ceilDiv(content.length, length))
                .map(piece -> DefaultDataBufferFactory.sharedInstance.wrap(
                        Arrays.copyOfRange(content, piece * length, Math.min(content.length, (piece + 1) * length))));
    }

    private static List<Path> files() {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("keyed-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areDoneAnewOnceTheAnswerHasExpired() {
        var key = key();
        var keyed = new Keyed(database());
        assertThat(producer(officer(), key, "HTX Hết hạn " + key).status()).isEqualTo(201);
        keyed.everythingWasAnswered(Duration.ofHours(47));
        assertThat(producer(officer(), key, "HTX Hết hạn " + key).replayed()).isTrue();

        keyed.everythingWasAnswered(Duration.ofHours(49));
        var other = producer(officer(), key, "HTX Khác " + key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.replayed()).isFalse();
        assertThat(producer(officer(), key, "HTX Khác " + key).replayed()).isTrue();
    }

    @Test
    void areForgottenByTheStoreAfterTwoDays() {
        var indexes = Objects.requireNonNull(
                Flux.from(database().getCollection("answeredRequests").listIndexes())
                        .collectList()
                        .block(PATIENCE));

        assertThat(indexes).anySatisfy(index -> {
            assertThat(index.get("key", Document.class)).containsKey("begunAt");
            assertThat(((Number) Objects.requireNonNull(index.get("expireAfterSeconds"))).longValue())
                    .isEqualTo(172_800);
        });
    }

    private List<Document> producers(String name) {
        return Objects.requireNonNull(
                Flux.from(database().getCollection("producers").find(Filters.eq("name", name)))
                        .collectList()
                        .block(PATIENCE));
    }
}
