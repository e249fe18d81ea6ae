package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls whose answers are looked at, whatever their status. */
final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final String base;

    Http(String base) {
        this.base = base;
    }

    /** What came back. */
    record Answer(int status, String text, HttpResponse<String> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** What a person would be shown; an assertion that it is there, so that one can wait for it. */
    String page(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", "text/html")
                .GET());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    Answer post(String path, Object body, String... headers) {
        return send(request(path, headers).POST(json(body)));
    }

    Answer put(String path, Object body) {
        return send(request(path).PUT(json(body)));
    }

    /** A cart with so much of one SKU; the answer to the last step. */
    Answer cartWith(String sku, int quantity) {
        var cart = post("/api/v1/carts", Map.of()).json().get("id").asString();
        return put("/api/v1/carts/" + cart + "/lines/" + sku, Map.of("quantity", quantity));
    }

    /** The body of a checkout by cash on delivery or card of a filled cart. */
    static Map<String, Object> checkout(JsonNode cart, String paymentMethod) {
        return Map.of(
                "cartId",
                cart.get("id").asString(),
                "contact",
                Map.of("name", "Nguyễn Thị Mẫu", "phone", "0912345678", "email", "mau@buyer.example"),
                "delivery",
                Map.of(
                        "kind",
                        "ship",
                        "address",
                        Map.of("provinceCode", "01", "communeCode", "00004", "street", "1 Phố Mẫu")),
                "paymentMethod",
                paymentMethod,
                "expectedTotal",
                cart.get("total"),
                "confirmations",
                List.of());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
