package vn.ocopmarket.stripesimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** The hosted page at {@code /pay/SESSION}: pays with test cards, without any script. */
final class PaymentPage implements HttpHandler {

    private static final String PATH = "/pay/";
    private static final String INSUFFICIENT_FUNDS = "4000000000009995";
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final Map<String, String> DECLINED =
            Map.of("4000000000000002", "generic_decline", INSUFFICIENT_FUNDS, "insufficient_funds");

    private final Ledger ledger;
    private final CheckoutSessions sessions;
    private final PaymentIntents intents;
    private final Webhooks webhooks;
    private final AtomicReference<Faults> faults;

    PaymentPage(
            Ledger ledger,
            CheckoutSessions sessions,
            PaymentIntents intents,
            Webhooks webhooks,
            AtomicReference<Faults> faults) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.intents = intents;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (faults.get().down()) {
            exchange.close();
            return;
        }
        try (exchange) {
            var id = exchange.getRequestURI().getPath().substring(PATH.length());
            try {
                if (id.equals("page.css")) {
                    Exchange.send(exchange, 200, "text/css", PageText.css());
                } else if (exchange.getRequestMethod().equals("POST")) {
                    pay(exchange, id, Form.parse(Exchange.body(exchange)));
                } else {
                    show(exchange, ledger.change(() -> sessions.current(id)), "");
                }
            } catch (StripeError error) {
                Exchange.html(exchange, error.status(), PageText.plain(String.valueOf(error.getMessage())));
            }
        }
    }

    private void pay(HttpExchange exchange, String id, ObjectNode form) throws IOException {
        var card = NOT_A_DIGIT.matcher(Json.text(form, "card")).replaceAll("");
        if (card.length() != 16) {
            show(exchange, ledger.get(Kind.SESSION, id), "incomplete");
            return;
        }
        var session = ledger.change(() -> attempt(id, card));
        webhooks.wake();
        if (Json.text(session, "payment_status").equals("paid")) {
            Exchange.redirect(exchange, Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", id));
        } else {
            show(exchange, session, DECLINED.getOrDefault(card, ""));
        }
    }

    /** Any card that is not known to be declined is good; a session that is not open stays as it is. */
    private ObjectNode attempt(String id, String card) {
        var session = sessions.current(id);
        if (!CheckoutSessions.isOpen(session)) {
            return session;
        }
        var intent = intents.of(session);
        var intentId = Json.text(intent, "id");
        var declined = DECLINED.get(card);
        if (declined == null) {
            intents.succeed(intent);
            sessions.complete(session, intentId);
        } else {
            intents.decline(intent, declined);
            sessions.attempt(session, intentId);
        }
        return ledger.get(Kind.SESSION, id);
    }

    private static void show(HttpExchange exchange, ObjectNode session, String problem) throws IOException {
        var locale = Json.text(session, "locale").equals("en") ? Locale.ENGLISH : Locale.ROOT;
        var words = ResourceBundle.getBundle(
                "vn.ocopmarket.stripesimulator.page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Exchange.html(exchange, problem.isEmpty() ? 200 : 402, PageText.render(session, words, problem));
    }
}
