package vn.ocopmarket.stripesimulator;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Stripe's calls by method and path; each is one change, kept together with its first answer. */
final class Api {

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String INTENTS = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";
    private static final String EVENTS = "/v1/events";

    private static final List<String> COLLECTIONS = List.of(SESSIONS, INTENTS, REFUNDS, EVENTS);

    private final Ledger ledger;
    private final CheckoutSessions sessions;
    private final PaymentIntents intents;
    private final Refunds refunds;
    private final String base;

    Api(Ledger ledger, CheckoutSessions sessions, PaymentIntents intents, Refunds refunds, String base) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.intents = intents;
        this.refunds = refunds;
        this.base = base;
    }

    /** @param key the idempotency key, where one was sent */
    record Call(
            String method,
            String path,
            String encoded,
            @Nullable String key) {

        private String fingerprint() {
            return method + " " + path + "?" + encoded;
        }
    }

    record Answer(ObjectNode body, boolean replayed) {}

    /** @throws StripeError when Stripe would refuse it */
    Answer answer(Call call) {
        return ledger.change(() -> {
            var key = call.method().equals("POST") ? call.key() : null;
            if (key == null) {
                return new Answer(carryOut(call), false);
            }
            var first = ledger.find(Kind.ANSWER, key);
            if (first.isPresent()) {
                return replay(call, key, first.get());
            }
            var body = carryOut(call);
            var kept = Json.object().put("call", call.fingerprint());
            kept.set("body", body);
            ledger.put(Kind.ANSWER, key, kept);
            return new Answer(body, false);
        });
    }

    private static Answer replay(Call call, String key, ObjectNode first) {
        if (!Json.text(first, "call").equals(call.fingerprint())) {
            throw StripeError.otherParameters(key);
        }
        return new Answer((ObjectNode) first.path("body"), true);
    }

    private ObjectNode carryOut(Call call) {
        var parameters = Form.parse(call.encoded());
        var collection = COLLECTIONS.stream()
                .filter(name -> call.path().equals(name) || call.path().startsWith(name + "/"))
                .findFirst()
                .orElseThrow(() -> StripeError.noSuchUrl(call.method(), call.path()));
        var rest = call.path().substring(collection.length()).split("/");
        var id = rest.length > 1 ? rest[1] : "";
        var pattern =
                call.method() + " " + (id.isEmpty() ? collection : call.path().replace("/" + id, "/{id}"));
        return switch (pattern) {
            case "POST " + SESSIONS -> expand(sessions.create(parameters, base), parameters);
            case "GET " + SESSIONS -> list(SESSIONS, Kind.SESSION, parameters, "payment_intent", "status");
            case "GET " + SESSIONS + "/{id}" -> expand(sessions.current(id), parameters);
            case "POST " + SESSIONS + "/{id}/expire" -> expand(sessions.expire(id), parameters);
            case "GET " + INTENTS -> list(INTENTS, Kind.INTENT, parameters, "customer");
            case "GET " + INTENTS + "/{id}" -> ledger.get(Kind.INTENT, id);
            case "POST " + INTENTS + "/{id}/cancel" -> intents.cancel(id, parameters);
            case "POST " + REFUNDS -> refunds.create(parameters);
            case "GET " + REFUNDS -> list(REFUNDS, Kind.REFUND, parameters, "payment_intent", "charge");
            case "GET " + REFUNDS + "/{id}" -> ledger.get(Kind.REFUND, id);
            case "GET " + EVENTS -> list(EVENTS, Kind.EVENT, parameters, "type");
            case "GET " + EVENTS + "/{id}" -> ledger.get(Kind.EVENT, id);
            default -> throw StripeError.noSuchUrl(call.method(), call.path());
        };
    }

    private ObjectNode list(String url, Kind kind, ObjectNode query, String... filters) {
        Predicate<ObjectNode> wanted = object -> {
            for (var filter : filters) {
                if (query.has(filter) && !Json.text(query, filter).equals(Json.text(object, filter))) {
                    return false;
                }
            }
            return true;
        };
        var objects = ledger.all(kind).stream()
                .map(object -> kind == Kind.SESSION
                        ? CheckoutSessions.visible(sessions.current(Json.text(object, "id")))
                        : object)
                .toList();
        return Lists.page(url, objects, query, wanted);
    }

    /** {@code expand[]=payment_intent} puts the intent in the place of its id. */
    private ObjectNode expand(ObjectNode session, ObjectNode parameters) {
        var visible = CheckoutSessions.visible(session);
        var intent = Json.text(visible, "payment_intent");
        for (var wanted : parameters.path("expand")) {
            if (wanted.asString().equals("payment_intent") && !intent.isEmpty()) {
                visible.set("payment_intent", ledger.get(Kind.INTENT, intent));
            }
        }
        return visible;
    }
}
