package vn.ocopmarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.testing.Stores;

/** The whole service over HTTP, on a real store, with a database of the test class's own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RunningCatalog.Tokens.class)
public abstract class RunningCatalog {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private WebTestClient client;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", Stores::mongoUri);
        properties.add("springdoc.writer-with-order-by-keys", () -> true);
        properties.add("springdoc.writer-with-default-pretty-printer", () -> true);
        properties.add("spring.mongodb.database", () -> "catalog" + System.nanoTime());
    }

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                .build();
    }

    protected WebTestClient anonymous() {
        return client;
    }

    protected WebTestClient administrator() {
        return as(Map.of("roles", List.of("ADMINISTRATOR")));
    }

    protected WebTestClient officerOf(String... provinces) {
        return as(Map.of("roles", List.of("OCOP_OFFICER"), "provinces", List.of(provinces)));
    }

    protected WebTestClient as(Map<String, Object> claims) {
        var token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(claims).getBytes(StandardCharsets.UTF_8));
        return client.mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    protected MongoDatabase database() {
        return database;
    }

    /** Takes the claims from the token as they are: who signs them is the storefront's matter. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {

        @Bean
        ReactiveJwtDecoder jwtDecoder() {
            Map<?, ?> warm = JSON.readValue("{}", Map.class);
            assertThat(warm).isEmpty();
            return token -> Mono.fromCallable(() -> {
                Map<?, ?> claims = JSON.readValue(Base64.getUrlDecoder().decode(token), Map.class);
                var jwt = Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject("tester")
                        .expiresAt(Instant.now().plusSeconds(600));
                claims.forEach((name, value) -> jwt.claim(String.valueOf(name), value));
                return jwt.build();
            });
        }
    }
}
