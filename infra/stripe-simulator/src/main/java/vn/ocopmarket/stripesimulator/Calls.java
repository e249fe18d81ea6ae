package vn.ocopmarket.stripesimulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Stripe's calls by method and path; all run within {@link Ledger#change}. */
final class Calls {

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String INTENTS = "/v1/payment_intents";
    private static final String CHARGES = "/v1/charges";
    private static final String REFUNDS = "/v1/refunds";
    private static final String DISPUTES = "/v1/disputes";
    private static final String EVENTS = "/v1/events";
    private static final String TRANSACTIONS = "/v1/balance_transactions";
    private static final String PAYOUTS = "/v1/payouts";

    private static final List<String> COLLECTIONS =
            List.of(SESSIONS, INTENTS, CHARGES, REFUNDS, DISPUTES, EVENTS, TRANSACTIONS, PAYOUTS);

    private final Ledger ledger;
    private final Desks desks;
    private final Expansion expansion;
    private final Map<String, Work> works = new HashMap<>();

    /** What calls are carried out by. */
    record Desks(
            CheckoutSessions sessions, PaymentIntents intents, Refunds refunds, Balance balance, Payouts payouts) {}

    /** @param id what the path names, or nothing */
    private interface Work {
        ObjectNode carryOut(String id, ObjectNode parameters);
    }

    /** @param base where buyers are sent */
    Calls(Ledger ledger, Desks desks, String base) {
        this.ledger = ledger;
        this.desks = desks;
        this.expansion = new Expansion(ledger, desks.balance());
        knowPayments(base);
        knowMoney();
    }

    private void knowPayments(String base) {
        var sessions = desks.sessions();
        works.put("POST " + SESSIONS, (_, given) -> CheckoutSessions.visible(sessions.create(given, base)));
        works.put("POST " + SESSIONS + "/{id}/expire", (id, _) -> CheckoutSessions.visible(sessions.expire(id)));
        works.put(
                "POST " + INTENTS + "/{id}/cancel",
                (id, given) -> desks.intents().cancel(id, given));
        works.put("POST " + REFUNDS, (_, given) -> desks.refunds().create(given));
        knowObjects(SESSIONS, Kind.SESSION, this::asItIsNow, "payment_intent", "status");
        knowObjects(INTENTS, Kind.INTENT, ObjectNode::deepCopy, "customer");
        knowObjects(EVENTS, Kind.EVENT, ObjectNode::deepCopy, "type");
    }

    private void knowMoney() {
        knowObjects(CHARGES, Kind.CHARGE, ObjectNode::deepCopy, "payment_intent");
        knowObjects(REFUNDS, Kind.REFUND, ObjectNode::deepCopy, "payment_intent", "charge");
        knowObjects(DISPUTES, Kind.DISPUTE, ObjectNode::deepCopy, "payment_intent", "charge");
        knowObjects(PAYOUTS, Kind.PAYOUT, ObjectNode::deepCopy, "status");
        knowObjects(TRANSACTIONS, Kind.TRANSACTION, desks.balance()::visible, "source", "type");
        var payouts = Objects.requireNonNull(works.get("GET " + PAYOUTS));
        works.put("GET " + PAYOUTS, (id, query) -> {
            desks.payouts().payWhatIsAvailable();
            return payouts.carryOut(id, query);
        });
    }

    /** One by its id, and lists of them by these fields. */
    private void knowObjects(String url, Kind kind, UnaryOperator<ObjectNode> visible, String... filters) {
        works.put("GET " + url + "/{id}", (id, _) -> visible.apply(ledger.get(kind, id)));
        works.put("GET " + url, (_, query) -> {
            var after = Json.text(query, "starting_after");
            // What is past its time changes its state when it is looked at.
            var objects = (after.isEmpty() ? ledger.all(kind) : ledger.before(kind, after))
                    .filter(isOfPayout(query))
                    .map(visible)
                    .filter(matching(query, filters));
            return Lists.page(url, objects, query);
        });
    }

    private ObjectNode asItIsNow(ObjectNode session) {
        return CheckoutSessions.visible(desks.sessions().current(Json.text(session, "id")));
    }

    private static Predicate<ObjectNode> matching(ObjectNode query, String... filters) {
        return object -> {
            for (var filter : filters) {
                if (query.has(filter) && !Json.text(query, filter).equals(Json.text(object, filter))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<ObjectNode> isOfPayout(ObjectNode query) {
        var payout = Json.text(query, "payout");
        return object -> payout.isEmpty() || Json.text(object, Balance.PAYOUT).equals(payout);
    }

    ObjectNode carryOut(Api.Call call) {
        var parameters = Form.parse(call.encoded());
        var collection = COLLECTIONS.stream()
                .filter(name -> call.path().equals(name) || call.path().startsWith(name + "/"))
                .findFirst()
                .orElseThrow(() -> StripeError.noSuchUrl(call.method(), call.path()));
        var rest = call.path().substring(collection.length()).split("/");
        var id = rest.length > 1 ? rest[1] : "";
        var pattern = id.isEmpty() ? collection : call.path().replace("/" + id, "/{id}");
        var work = works.get(call.method() + " " + pattern);
        if (work == null) {
            throw StripeError.noSuchUrl(call.method(), call.path());
        }
        return expansion.expand(work.carryOut(id, parameters), parameters.path("expand"));
    }
}
