package vn.ocopmarket.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public APIs of the market, as one signed-in person uses them. */
public final class MarketApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 20;
    private static final int FAULT = 500;
    private static final int CREATED_BEFORE = 409;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private @Nullable String token;

    public void signIn(String storefront, String email, String password) {
        var answer = post(storefront + "/api/v1/tokens", null, Map.of("email", email, "password", password));
        token = answer.get("accessToken").asString();
    }

    /** What a signed-in person sends along; for clients that must be cheaper than this one. */
    public String token() {
        return Objects.requireNonNull(token, "nobody signed in");
    }

    public JsonNode get(String uri) {
        return send(request(uri).GET(), Set.of(200));
    }

    /** Empty while the service that would answer is away. */
    public Optional<JsonNode> getUnlessUnavailable(String uri) {
        var answer = send(request(uri).GET(), Set.of(200, UNAVAILABLE));
        return answer.path("status").asInt() == UNAVAILABLE ? Optional.empty() : Optional.of(answer);
    }

    /** @param key makes it safe to repeat */
    public JsonNode post(String uri, @Nullable String key, Object body) {
        return send(posting(uri, key, body), Set.of(200, 201, 202, 204));
    }

    /** Like {@link #post}, content when it was there before. */
    public void ensure(String uri, String key, Object body) {
        var unused = send(posting(uri, key, body), Set.of(200, 201, 202, 204, CREATED_BEFORE));
    }

    /** A text as one segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder posting(String uri, @Nullable String key, Object body) {
        var request = request(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private HttpRequest.Builder request(String uri) {
        var request = HttpRequest.newBuilder(URI.create(uri)).timeout(TIMEOUT).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Everything sent here may be repeated, so a market that is still warming up is asked again. */
    private JsonNode send(HttpRequest.Builder builder, Set<Integer> expected) {
        var request = builder.build();
        var answer = exchange(request);
        for (var tries = 1; answer.statusCode() >= FAULT && !expected.contains(answer.statusCode()); tries++) {
            if (tries == TRIES) {
                break;
            }
            pause();
            answer = exchange(request);
        }
        if (!expected.contains(answer.statusCode())) {
            throw new IllegalStateException("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? json.getNodeFactory().nullNode() : json.readTree(answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
