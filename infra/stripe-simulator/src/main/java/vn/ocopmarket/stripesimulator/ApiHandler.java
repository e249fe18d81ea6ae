package vn.ocopmarket.stripesimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
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
    private final SimulatorSettings settings;

    ApiHandler(Api api, Events events, Webhooks webhooks, AtomicReference<Faults> faults, SimulatorSettings settings) {
        this.api = api;
        this.events = events;
        this.webhooks = webhooks;
        this.faults = faults;
        this.settings = settings;
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
        var call = read(exchange);
        try {
            requireKey(Exchange.header(exchange, "Authorization"));
            if (Chance.happens(now.errorRate())) {
                throw StripeError.broken();
            }
            var answer = api.answer(call);
            webhooks.wake();
            if (answer.replayed()) {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            }
            reply(exchange, call, 200, answer.body(), Chance.happens(now.lostAnswerRate()));
        } catch (StripeError error) {
            reply(exchange, call, error.status(), error.toBody(), false);
        }
    }

    private Api.Call read(HttpExchange exchange) throws IOException {
        var version = Exchange.header(exchange, "Stripe-Version");
        if (version != null) {
            events.speak(version);
        }
        var method = exchange.getRequestMethod();
        var encoded = method.equals("GET") ? Exchange.query(exchange) : Exchange.body(exchange);
        return new Api.Call(
                method, exchange.getRequestURI().getPath(), encoded, Exchange.header(exchange, "Idempotency-Key"));
    }

    private void reply(HttpExchange exchange, Api.Call call, int status, ObjectNode answer, boolean lost)
            throws IOException {
        var text = Json.write(answer);
        settings.traffic().calls().answered(call.method(), call.path(), call.encoded(), status, text);
        if (!lost) {
            Exchange.json(exchange, status, text);
        }
    }

    private void requireKey(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw StripeError.badKey();
        }
        var key = authorization.substring(BEARER.length());
        var apiKey = settings.apiKey();
        if (apiKey == null ? !key.startsWith(TEST_KEY) : !key.equals(apiKey)) {
            throw StripeError.badKey();
        }
    }
}
