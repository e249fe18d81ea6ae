package vn.ocopmarket.bench.races;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** What anybody outside can ask of the market. Whoever asks again after a failure asks for the same, as good clients do. */
final class Shop {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String storefront;

    Shop(String storefront) {
        this.storefront = storefront;
    }

    /** What came back. */
    record Answer(int status, String text) {

        JsonNode json() {
            try {
                return JsonMapper.shared().readTree(text);
            } catch (JacksonException _) {
                return NullNode.getInstance();
            }
        }

        /** Nobody can say how it ended; the same again will tell. */
        boolean isOpen() {
            return status >= 500 || status == 409 && text.contains("in-progress");
        }
    }

    /** A line of a cart. */
    record Line(String sku, long quantity) {}

    /** A filled cart, as the market shows it. */
    JsonNode cart(List<Line> lines) {
        var cart = surely(() -> post("/api/v1/carts", Map.of(), Map.of())).json();
        for (var line : lines) {
            var path = "/api/v1/carts/" + cart.path("id").asString() + "/lines/" + line.sku();
            cart = surely(() -> put(path, Map.of("quantity", line.quantity()))).json();
        }
        return cart;
    }

    /** A new cart with one line, or why not. */
    Answer cartOnce(Line line) {
        var cart = post("/api/v1/carts", Map.of(), Map.of()).json().path("id").asString();
        return put("/api/v1/carts/" + cart + "/lines/" + line.sku(), Map.of("quantity", line.quantity()));
    }

    /** Sends a checkout once. */
    Answer checkout(JsonNode cart, String method, String key) {
        return checkout(cart, method, key, Map.of());
    }

    /** Sends a checkout once, some fields of it other than usual. */
    Answer checkout(JsonNode cart, String method, String key, Map<String, Object> other) {
        var body = new HashMap<String, Object>();
        body.put("cartId", cart.path("id").asString());
        body.put("contact", contact("0912345678"));
        body.put(
                "delivery",
                Map.of(
                        "kind",
                        "ship",
                        "address",
                        Map.of("provinceCode", "01", "communeCode", "00004", "street", "1 Races")));
        body.put("paymentMethod", method);
        body.put("expectedTotal", cart.path("total"));
        body.put("confirmations", List.of());
        body.putAll(other);
        return post("/api/v1/checkouts", body, Map.of("Idempotency-Key", key));
    }

    static Map<String, Object> contact(String phone) {
        return Map.of("name", "Races", "phone", phone, "email", "races@buyer.example");
    }

    /** Pays with a good card on the provider's page; the status of its answer. */
    int pay(String page) {
        var form = HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("card="
                        + URLEncoder.encode("4242 4242 4242 4242", StandardCharsets.UTF_8)
                        + "&expiry=12%2F30&cvc=123"));
        return send(form).status();
    }

    Answer get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return send(request(path, headers).POST(json(body)));
    }

    /** Exactly this text, as it was signed. */
    Answer postText(String path, String text, Map<String, String> headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    Answer put(String path, Object body) {
        return send(request(path, Map.of()).PUT(json(body)));
    }

    /** Path of the API behind the link that a buyer got. */
    static String order(JsonNode checkout, String rest) {
        var link = URI.create(checkout.path("trackingUrl").asString());
        var path = link.getPath();
        return "/api/v1" + path.substring(path.indexOf("/orders/")) + rest + "?" + link.getRawQuery();
    }

    /** Asks again until it is known how it ended; never gives up before the market had time to come back. */
    Answer untilAnswered(Ask ask) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = orNull(ask);
            if (answer != null && !answer.isOpen()) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no answer for " + PATIENCE + ", the last one was " + answer);
            }
            pause(PAUSE);
        }
    }

    /** Like {@link #untilAnswered}, for what cannot be refused. */
    Answer surely(Ask ask) {
        var answer = untilAnswered(ask);
        if (answer.status() >= 400) {
            throw new IllegalStateException("refused with " + answer);
        }
        return answer;
    }

    /** A call. */
    @FunctionalInterface
    interface Ask {
        Answer ask();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Answer orNull(Ask ask) {
        try {
            return ask.ask();
        } catch (Unreachable _) {
            return null;
        }
    }

    /** Nobody answered. */
    static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreachable(IOException cause) {
            super(cause);
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : storefront + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
