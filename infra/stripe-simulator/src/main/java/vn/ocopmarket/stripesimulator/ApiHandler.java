package vn.ocopmarket.stripesimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.stripesimulator.ledger.Ids;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Lets Stripe's calls in, with the faults that are on. */
final class ApiHandler implements HttpHandler {

    private static final String BEARER = "Bearer ";
    private static final String TEST_KEY = "sk_test_";

    private final Api api;
    private final Events events;
    private final Webhooks webhooks;
    private final AtomicReference<Faults> faults;
    private final @Nullable String apiKey;

    ApiHandler(Api api, Events events, Webhooks webhooks, AtomicReference<Faults> faults, @Nullable String apiKey) {
        this.api = api;
        this.events = events;
        this.webhooks = webhooks;
        this.faults = faults;
        this.apiKey = apiKey;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var now = faults.get();
        Chance.pause(now.delayMillis());
        if (now.down()) {
            exchange.close();
            return;
        }
        try (exchange) {
            exchange.getResponseHeaders().set("Request-Id", "req_" + Ids.next());
            carryOut(exchange, now);
        }
    }

    private void carryOut(HttpExchange exchange, Faults now) throws IOException {
        try {
            requireKey(Exchange.header(exchange, "Authorization"));
            if (Chance.happens(now.errorRate())) {
                throw StripeError.broken();
            }
            var answer = answer(exchange);
            webhooks.wake();
            if (Chance.happens(now.lostAnswerRate())) {
                return;
            }
            if (answer.replayed()) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            Exchange.json(exchange, 200, Json.write(answer.body()));
        } catch (StripeError error) {
            Exchange.json(exchange, error.status(), Json.write(error.toBody()));
        }
    }

    private Api.Answer answer(HttpExchange exchange) throws IOException {
        var version = Exchange.header(exchange, "Stripe-Version");
        if (version != null) {
            events.speak(version);
        }
        var method = exchange.getRequestMethod();
        var encoded = method.equals("GET") ? Exchange.query(exchange) : Exchange.body(exchange);
        return api.answer(new Api.Call(
                method, exchange.getRequestURI().getPath(), encoded, Exchange.header(exchange, "Idempotency-Key")));
    }

    private void requireKey(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw StripeError.badKey();
        }
        var key = authorization.substring(BEARER.length());
        if (apiKey == null ? !key.startsWith(TEST_KEY) : !key.equals(apiKey)) {
            throw StripeError.badKey();
        }
    }
}
