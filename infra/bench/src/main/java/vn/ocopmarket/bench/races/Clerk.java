package vn.ocopmarket.bench.races;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Line;

/** What staff do, and what they see of the stock. */
final class Clerk {

    private static final int STILL_BEING_MADE = 202;

    static final String WAREHOUSE = "kho-dua";
    static final String SHOWROOM = "showroom-dua";
    /** From where nothing is sold. */
    static final String STOREROOM = "kho-phu";

    private static final Duration SIGNED_IN = Duration.ofMinutes(4);

    private final Shop shop;
    private final JsonNode account;
    private Map<String, String> headers = Map.of();
    private long signedInUntil;

    /** @param accounts of the market, of which the administrator's is used */
    Clerk(Shop shop, Path accounts) {
        this.shop = shop;
        this.account = StreamSupport.stream(
                        JsonMapper.shared().readTree(accounts.toFile()).spliterator(), false)
                .filter(entry -> entry.path("role").asString().equals("ADMINISTRATOR"))
                .findFirst()
                .orElseThrow();
    }

    /** Units of one SKU at one location, as the staff see them. */
    record Level(long onHand, long allocated, long held, long available) {

        static final Level NONE = new Level(0, 0, 0, 0);

        Level plus(Level more) {
            return new Level(
                    onHand + more.onHand, allocated + more.allocated, held + more.held, available + more.available);
        }
    }

    /** The headers of who is signed in; a new sign-in from time to time. */
    synchronized Map<String, String> signedIn() {
        if (headers.isEmpty() || System.nanoTime() > signedInUntil) {
            var credentials = Map.of(
                    "email", account.path("email").asString(),
                    "password", account.path("password").asString());
            var token = shop.surely(() -> shop.post("/api/v1/tokens", credentials, Map.of()))
                    .json()
                    .path("accessToken")
                    .asString();
            headers = Map.of("Authorization", "Bearer " + token);
            signedInUntil = System.nanoTime() + SIGNED_IN.toNanos();
        }
        return headers;
    }

    /** Sends something once under a key. */
    Answer post(String path, Object body, String key) {
        var all = new HashMap<>(signedIn());
        all.put("Idempotency-Key", key);
        return shop.post(path, body, all);
    }

    /** Sends a movement of stock once. */
    Answer move(String kind, Object body, String key) {
        return post("/api/v1/stock/" + kind, body, key);
    }

    /** Dong that somebody has to send back for an order. */
    long toSend(String orderId) {
        var sum = 0L;
        for (var refund : shop.surely(() -> shop.get("/api/v1/refunds", signedIn()))
                .json()
                .path("items")) {
            if (refund.path("orderId").asString("").equals(orderId)) {
                sum += refund.path("amount").path("amount").asLong();
            }
        }
        return sum;
    }

    void receive(String key, List<Line> lines) {
        receive(key, WAREHOUSE, lines);
    }

    void receive(String key, String location, List<?> lines) {
        var unused = shop.surely(() -> move("receipts", Map.of("locationId", location, "lines", lines), key));
    }

    /** Moves an order through these states, one after the other, however often it has to be told. */
    void fulfilAll(String orderId, String... states) {
        for (var state : states) {
            // Told again what it did before a kill, the market refuses; the states are looked at afterwards.
            var unused = shop.untilAnswered(() -> fulfil(orderId, state));
        }
    }

    Answer fulfil(String orderId, String state) {
        return shop.post("/api/v1/orders/" + orderId + "/fulfillments", Map.of("state", state), signedIn());
    }

    /** What the market's comparison with the card provider says of the last run and of all. */
    JsonNode comparison() {
        return made(() -> shop.post("/api/v1/payments/reconciliation", Map.of(), signedIn()));
    }

    /** The market's proof over all that was sold, made now. */
    JsonNode settlement() {
        return made(() -> shop.get("/api/v1/settlements/reconciliation?fresh=true", signedIn()));
    }

    /** What the market itself finds wrong with its stock, and with its payments. */
    String complaints() {
        var stock = made(() -> shop.get("/api/v1/stock/reconciliation?fresh=true", signedIn()))
                .path("discrepancies");
        var unknown = comparison().path("unknown");
        return stock.isEmpty() && unknown.isEmpty() ? "" : stock + " " + unknown;
    }

    /** Asks until it is not an older report that is given because the new one takes long. */
    private JsonNode made(Shop.Ask report) {
        var answer = shop.surely(report);
        while (answer.status() == STILL_BEING_MADE) {
            answer = shop.surely(report);
        }
        return answer.json();
    }
}
