package vn.ocopmarket.storefront.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.testing.OpenApiText;
import vn.ocopmarket.testing.Stores;

@SpringBootTest(
        classes = OpenApiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.use-fqn=true",
            "springdoc.paths-to-match=/api/v1/**,/.well-known/**",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.writer-with-order-by-keys=true",
            "springdoc.writer-with-default-pretty-printer=true"
        })
class OpenApiIT {

    /** Two types of one short name would be one in the description. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Types are told apart by their outer type; in which package they are is nobody's business. */
    private static final Pattern PACKAGES = Pattern.compile("[Vv]n\\.ocopmarket\\.([a-z]+\\.)*");

    private static final Path WRITTEN = Path.of("target", "openapi.json");

    final WebTestClient web;

    OpenApiIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
    }

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", Stores::mongoUri);
        properties.add("spring.mongodb.database", () -> "openapi-" + UUID.randomUUID());
    }

    @Test
    void theDescriptionHandedOutIsThatOfTheControllers() throws IOException {
        var written = OpenApiText.of(
                JSON.readTree(PACKAGES.matcher(text("/v3/api-docs")).replaceAll("")));
        Files.writeString(WRITTEN, written, StandardCharsets.UTF_8);

        assertThat(text("/api/openapi.json"))
                .as("src/main/resources/static/api/openapi.json; copy %s over it", WRITTEN)
                .isEqualTo(written);
    }

    @Test
    void thePageIsThereWithAllItNeeds() {
        assertThat(text("/api/docs")).contains("/api/openapi.json", "/assets/api-docs.js", "/assets/api-docs.css");
        assertThat(text("/assets/api-docs.js")).contains("fetch('/api/openapi.json')");
        assertThat(text("/assets/api-docs.css")).contains("summary");
    }

    private String text(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
