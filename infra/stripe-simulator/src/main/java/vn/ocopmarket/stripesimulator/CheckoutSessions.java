package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Sessions in which one amount is paid on the hosted page; all changes run within {@link Ledger#change}. */
final class CheckoutSessions {

    private static final Set<String> KNOWN = Set.of("""
            mode line_items success_url cancel_url expires_at client_reference_id metadata payment_intent_data
            customer_email locale ui_mode payment_method_types submit_type expand customer_creation
            billing_address_collection origin_context
            """.split("\\s+"));
    private static final long LEAST_SECONDS = 30 * 60;
    private static final long MOST_SECONDS = 24 * 60 * 60;

    private final Ledger ledger;
    private final Events events;
    private final Clock clock;

    CheckoutSessions(Ledger ledger, Events events, Clock clock) {
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    ObjectNode create(ObjectNode parameters, String base) {
        parameters.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> {
                    throw StripeError.refused("parameter_unknown", "Received unknown parameter: " + name, name);
                });
        if (!Json.text(parameters, "mode").equals("payment")) {
            throw StripeError.invalid("Only mode=payment is simulated", "mode");
        }
        if (Json.text(parameters, "success_url").isEmpty()) {
            throw StripeError.invalid("Missing required param: success_url.", "success_url");
        }
        var id = Kind.SESSION.newId();
        var session = describe(id, parameters, total(parameters.path("line_items")));
        session.put("url", base + "/pay/" + id);
        ledger.put(Kind.SESSION, id, session);
        return session;
    }

    private ObjectNode describe(String id, ObjectNode parameters, long total) {
        var now = clock.instant().getEpochSecond();
        var session = Json.object()
                .put("id", id)
                .put("object", "checkout.session")
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("created", now)
                .put("currency", "vnd")
                .put("expires_at", expiry(parameters, now))
                .put("livemode", false)
                .put("mode", "payment")
                .put("payment_status", "unpaid")
                .put("status", "open")
                .put("ui_mode", "hosted_page")
                .put("success_url", Json.text(parameters, "success_url"))
                .putNull("payment_intent");
        addGiven(session, parameters);
        return session;
    }

    private static void addGiven(ObjectNode session, ObjectNode parameters) {
        for (var name : Set.of("cancel_url", "client_reference_id", "customer_email", "locale")) {
            copy(parameters, name, session);
        }
        session.set("metadata", objectOrEmpty(parameters.path("metadata")));
        session.putArray("payment_method_types").add("card");
        session.putObject("automatic_tax")
                .put("enabled", false)
                .putNull("liability")
                .putNull("status");
        session.putArray("custom_fields");
        session.putObject("custom_text")
                .putNull("after_submit")
                .putNull("shipping_address")
                .putNull("submit")
                .putNull("terms_of_service_acceptance");
        session.putArray("shipping_options");
        // Not part of Stripe's object; kept for the intent and the page, and never shown.
        session.set(
                "_intent", objectOrEmpty(parameters.path("payment_intent_data").path("metadata")));
        session.put("_description", describe(parameters.path("line_items").path(0)));
    }

    private static String describe(JsonNode line) {
        return Json.text(line.path("price_data").path("product_data"), "name");
    }

    private static void copy(ObjectNode from, String name, ObjectNode to) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        } else {
            to.putNull(name);
        }
    }

    private static JsonNode objectOrEmpty(JsonNode node) {
        return node.isObject() ? node : Json.object();
    }

    private static long total(JsonNode lines) {
        if (!lines.isArray() || lines.isEmpty()) {
            throw StripeError.invalid("Missing required param: line_items.", "line_items");
        }
        long total = 0;
        for (var line : lines) {
            var price = line.path("price_data");
            if (!Json.text(price, "currency").equalsIgnoreCase("vnd")) {
                throw StripeError.invalid("Only vnd is simulated", "currency");
            }
            total += Amounts.whole(price, "unit_amount") * Amounts.whole(line, "quantity");
        }
        Amounts.requireChargeable(total);
        return total;
    }

    private static long expiry(ObjectNode parameters, long now) {
        if (!parameters.has("expires_at")) {
            return now + MOST_SECONDS;
        }
        var expiry = Amounts.whole(parameters, "expires_at");
        if (expiry < now + LEAST_SECONDS || expiry > now + MOST_SECONDS) {
            throw StripeError.invalid(
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
                    "expires_at");
        }
        return expiry;
    }

    ObjectNode expire(String id) {
        var session = current(id);
        if (!isOpen(session)) {
            throw StripeError.invalid(
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `"
                            + Json.text(session, "status") + "`.",
                    "session");
        }
        return close(session);
    }

    /** The session as it is now: expired as soon as its time is over. */
    ObjectNode current(String id) {
        var session = ledger.get(Kind.SESSION, id);
        var over = isOpen(session)
                && session.path("expires_at").asLong() <= clock.instant().getEpochSecond();
        return over ? close(session) : session;
    }

    private ObjectNode close(ObjectNode session) {
        session.put("status", "expired").putNull("url");
        ledger.put(Kind.SESSION, Json.text(session, "id"), session);
        events.happened("checkout.session.expired", visible(session));
        return session;
    }

    void complete(ObjectNode session, String intentId) {
        session.put("status", "complete")
                .put("payment_status", "paid")
                .put("payment_intent", intentId)
                .putNull("url");
        ledger.put(Kind.SESSION, Json.text(session, "id"), session);
        events.happened("checkout.session.completed", visible(session));
    }

    void attempt(ObjectNode session, String intentId) {
        ledger.put(Kind.SESSION, Json.text(session, "id"), session.put("payment_intent", intentId));
    }

    static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }

    /** Without what only the simulator knows. */
    static ObjectNode visible(ObjectNode session) {
        var copy = session.deepCopy();
        copy.remove("_intent");
        copy.remove("_description");
        return copy;
    }
}
