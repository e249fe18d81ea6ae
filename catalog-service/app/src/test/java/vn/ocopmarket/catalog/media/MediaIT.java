package vn.ocopmarket.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;

class MediaIT extends RunningCatalog {

    @Autowired
    private SweepingOriginals sweeping;

    @Test
    void makesTheSizesThatPagesNeed() throws IOException {
        var picture = stored(SamplePictures.photo("jpg", 3000, 2000));

        assertThat(picture.get("width").asInt()).isEqualTo(3000);
        assertThat(picture.get("sources")
                        .valueStream()
                        .map(one -> one.get("url").asString().replaceAll(".*/", "")))
                .containsExactly(
                        "160.webp", "160.jpg", "320.webp", "320.jpg", "640.webp", "640.jpg", "1280.webp", "1280.jpg");
        for (var source : picture.get("sources")) {
            var image = shown(picture, source.get("url").asString().replaceAll(".*/", ""));
            assertThat(image.getWidth()).isEqualTo(source.get("width").asInt());
            assertThat(image.getHeight()).isEqualTo(source.get("height").asInt());
        }
    }

    @Test
    void makesNothingLargerThanItIs() throws IOException {
        var picture = stored(SamplePictures.photo("png", 200, 900));

        assertThat(picture.get("sources")
                        .valueStream()
                        .map(one -> one.get("width").asInt()))
                .containsExactly(160, 160, 200, 200);
        assertThat(shown(picture, "1280.jpg").getWidth()).isEqualTo(200);
        assertThat(shown(picture, "199.webp").getWidth()).isEqualTo(160);
    }

    @Test
    void turnsUprightWhatWasHeldOtherwiseAndForgetsWhere() throws IOException {
        var upload = SamplePictures.fromCamera(6, 800, 600);
        assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("GPS 9.8765N");

        var picture = stored(upload);

        assertThat(picture.get("width").asInt()).isEqualTo(600);
        assertThat(picture.get("height").asInt()).isEqualTo(800);
        var image = shown(picture, "320.webp");
        assertThat(image.getHeight()).isGreaterThan(image.getWidth());
        // Red was above; held so, the top is at the right.
        assertThat(new Color(image.getRGB(image.getWidth() - 20, 200)).getRed()).isCloseTo(255, within(25));
        assertThat(new Color(image.getRGB(20, 200)).getBlue()).isCloseTo(255, within(25));
        for (var source : picture.get("sources")) {
            var bytes = bytes(picture, source.get("url").asString().replaceAll(".*/", ""));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        }
    }

    @Test
    void keepsTheSameBytesOnceAlsoWhenSentAtOnce() throws Exception {
        var upload = SamplePictures.photo("png", 640, 480);
        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(8)) {
            statuses = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(
                            () -> send(upload, "image/png").getStatus().value()))
                    .toList()
                    .stream()
                    .map(sent -> {
                        try {
                            return sent.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);

        var id = json(send(upload, "image/png")).get("id").asString();
        assertThat(count("originals.files")).isEqualTo(count("pictures"));
        assertThat(bytes(json(send(upload, "image/png")), "640.jpg")).isNotEmpty();
        assertThat(id).matches("[0-9a-z]{32}");
    }

    @Test
    void servesPartsAndSaysThatNothingChanged() throws IOException {
        var picture = stored(SamplePictures.photo("jpg", 700, 500));
        var path = "/api/v1/media/" + picture.get("id").asString() + "/640.jpg";
        var whole = bytes(picture, "640.jpg");

        var answer =
                anonymous().get().uri(path).exchange().expectHeader().valueMatches("Cache-Control", ".*immutable.*");
        var tag = Objects.requireNonNull(
                answer.returnResult(byte[].class).getResponseHeaders().getETag());
        anonymous()
                .get()
                .uri(path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        var part = anonymous()
                .get()
                .uri(path)
                .header("Range", "bytes=100-199")
                .exchange()
                .expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .valueEquals("Content-Range", "bytes 100-199/" + whole.length)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
        anonymous()
                .get()
                .uri("/api/v1/media/" + picture.get("id").asString() + "/159.jpg")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void takesPicturesFromFormsWhateverTheirNames() throws IOException {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../../etc/passwd.svg\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n";
        var form = SamplePictures.joined(
                SamplePictures.joined(SamplePictures.text(head), SamplePictures.photo("jpg", 90, 90)),
                SamplePictures.text("\r\n--edge--\r\n"));
        administrator()
                .post()
                .uri("/api/v1/media")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=edge"))
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void isNotForEverybody() throws IOException {
        var upload = SamplePictures.photo("jpg", 91, 90);
        anonymous()
                .post()
                .uri("/api/v1/media")
                .bodyValue(upload)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        as(Map.of("roles", List.of("BUYER")))
                .post()
                .uri("/api/v1/media")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(upload)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void saysWhatIsWrongWithAPicture() {
        assertThat(refusal(SamplePictures.text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")))
                .contains("HEIC", "iPhone");
        assertThat(refusal(SamplePictures.pngClaiming(20_000, 10_000))).contains("50 triệu");
        assertThat(refusal(SamplePictures.text("<svg/>"))).contains("SVG");
    }

    @Test
    void refusesWhatIsLargerThanAllowed() {
        administrator()
                .post()
                .uri("/api/v1/media")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(
                        SamplePictures.joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, new byte[21 << 20]))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                // The connection ends here: an answer that nobody reads would never give its buffers back.
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(413);
    }

    @Test
    void isHurtByNoneOfTheUploadsThatMeanHarm() throws IOException {
        var uploads = HostileUploads.all();
        assertThat(uploads).hasSizeGreaterThanOrEqualTo(50);
        var before = used();

        uploads.forEach((name, upload) -> {
            var answer = send(upload, "image/jpeg");
            var status = answer.getStatus().value();
            assertThat(status).as(name).isIn(200, 201, 400);
            if (status < 300) {
                // Something that can be seen was in it; nothing else of it may come out again.
                for (var source : json(answer).get("sources")) {
                    var bytes = bytes(json(answer), source.get("url").asString().replaceAll(".*/", ""));
                    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                            .as(name)
                            .doesNotContain("script", "evil", "php");
                }
            }
        });

        // What others in this JVM have in hand just then goes away; what uploads leave behind does not.
        eventually(() -> assertThat(used() - before).as("bytes kept").isLessThan(16 << 20));
        assertThat(stored(SamplePictures.photo("jpg", 640, 481)).get("width").asInt())
                .isEqualTo(640);
    }

    @Test
    void sweepsWhatUploadsLeftBehindAndNothingElse() throws IOException {
        var kept = stored(SamplePictures.photo("png", 333, 222));
        var chunks = database().getCollection("originals.chunks");
        var old = new ObjectId("5f0000000000000000000000");
        var _ = Mono.from(chunks.insertOne(
                        new Document("files_id", old).append("n", 0).append("data", new Binary(new byte[10]))))
                .block();
        var before = count("originals.chunks");

        assertThat(sweeping.sweep().block()).isEqualTo(1);

        assertThat(count("originals.chunks")).isEqualTo(before - 1);
        assertThat(sweeping.sweep().block()).isZero();
        assertThat(bytes(kept, "320.jpg")).isNotEmpty();
    }

    /** Of the heap, by what can still be reached. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private long count(String collection) {
        return Objects.requireNonNull(
                Flux.from(database().getCollection(collection).find()).count().block());
    }

    private String refusal(byte[] upload) {
        var answer = send(upload, "image/jpeg");
        assertThat(answer.getStatus().value()).isEqualTo(400);
        return json(answer).at("/errors/0/message").asString();
    }

    private JsonNode stored(byte[] upload) {
        var answer = send(upload, "image/jpeg");
        assertThat(answer.getStatus().is2xxSuccessful())
                .as(json(answer).toString())
                .isTrue();
        return json(answer);
    }

    private EntityExchangeResult<byte[]> send(byte[] upload, String type) {
        return sender().post()
                .uri("/api/v1/media")
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(upload)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient sender() {
        return as(Map.of("sub", "maker", "roles", List.of("PRODUCER"), "producers", List.of("p1")));
    }

    private byte[] bytes(JsonNode picture, String name) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/media/" + picture.get("id").asString() + "/" + name)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private BufferedImage shown(JsonNode picture, String name) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes(picture, name))), "a picture");
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }
}
