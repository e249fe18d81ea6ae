package vn.ocopmarket.stripesimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** {@code /_control/faults}: shows and sets the faults; {@code /_control/resend?event=&secret=}: sends one event again; {@code /_control/disputes}: a bank wants money back, or has decided; {@code /_control/payouts}: everything goes to the bank. */
final class ControlHandler implements HttpHandler {

    private final AtomicReference<Faults> faults;
    private final Webhooks webhooks;
    private final Disputes disputes;
    private final Payouts payouts;

    ControlHandler(AtomicReference<Faults> faults, Webhooks webhooks, Disputes disputes, Payouts payouts) {
        this.disputes = disputes;
        this.payouts = payouts;
        this.faults = faults;
        this.webhooks = webhooks;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var post = exchange.getRequestMethod().equals("POST");
            switch (exchange.getRequestURI().getPath()) {
                case "/_control/faults" -> {
                    if (!post || set(Exchange.body(exchange))) {
                        Exchange.json(exchange, 200, Json.write(Json.tree(faults.get())));
                    } else {
                        Exchange.json(exchange, 400, Json.write(Json.tree(Faults.NONE)));
                    }
                }
                case "/_control/disputes" -> dispute(exchange);
                case "/_control/payouts" ->
                    Exchange.json(exchange, 200, Json.write(payouts.payAll().orElseGet(Json::object)));
                case "/_control/resend" -> resend(exchange, Form.parse(Exchange.query(exchange)));
                default -> Exchange.json(exchange, 404, "{}");
            }
        }
    }

    /** Only what is given is changed from "no faults"; an unknown name refuses all of it. */
    private boolean set(String body) {
        try {
            var wanted = Json.tree(Faults.NONE);
            var given = body.isBlank() ? Json.object() : Json.readObject(body);
            for (var name : given.propertyNames()) {
                if (!wanted.has(name)) {
                    return false;
                }
            }
            faults.set(Json.read(Json.write(wanted.setAll(given)), Faults.class));
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }

    private void dispute(HttpExchange exchange) throws IOException {
        try {
            var dispute = disputes.change(Json.readObject(Exchange.body(exchange)));
            webhooks.wake();
            Exchange.json(exchange, 200, Json.write(dispute));
        } catch (StripeError error) {
            Exchange.json(exchange, error.status(), Json.write(error.toBody()));
        } catch (JacksonException _) {
            Exchange.json(exchange, 400, "{}");
        }
    }

    private void resend(HttpExchange exchange, ObjectNode query) throws IOException {
        var secret = Json.text(query, "secret");
        try {
            var taken = webhooks.resend(Json.text(query, "event"), secret.isEmpty() ? null : secret);
            Exchange.json(exchange, 200, Json.write(Json.object().put("taken", taken)));
        } catch (StripeError error) {
            Exchange.json(exchange, error.status(), Json.write(error.toBody()));
        }
    }
}
