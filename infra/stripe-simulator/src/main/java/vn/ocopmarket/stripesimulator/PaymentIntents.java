package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Intents and the money on them; all changes run within {@link Ledger#change}. */
final class PaymentIntents {

    private static final Set<String> CANCELABLE =
            Set.of("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action");

    private final Ledger ledger;
    private final Charges charges;
    private final Events events;
    private final Clock clock;

    PaymentIntents(Ledger ledger, Charges charges, Events events, Clock clock) {
        this.ledger = ledger;
        this.charges = charges;
        this.events = events;
        this.clock = clock;
    }

    /** The intent of a session, made at the first attempt to pay. */
    ObjectNode of(ObjectNode session) {
        var known = Json.text(session, "payment_intent");
        if (!known.isEmpty()) {
            return ledger.get(Kind.INTENT, known);
        }
        var id = Kind.INTENT.newId();
        var intent = Json.object()
                .put("id", id)
                .put("object", "payment_intent")
                .put("amount", session.path("amount_total").asLong())
                .put("amount_received", 0)
                .put("capture_method", "automatic_async")
                .put("confirmation_method", "automatic")
                .put("created", clock.instant().getEpochSecond())
                .put("currency", "vnd")
                .put("livemode", false)
                .put("status", "requires_payment_method")
                .putNull("latest_charge")
                .putNull("last_payment_error");
        intent.set("metadata", session.path("_intent").deepCopy());
        intent.putArray("payment_method_types").add("card");
        ledger.put(Kind.INTENT, id, intent);
        events.happened("payment_intent.created", intent);
        return intent;
    }

    void succeed(ObjectNode intent) {
        intent.put("status", "succeeded")
                .put("amount_received", intent.path("amount").asLong())
                .put("latest_charge", charges.charge(intent))
                .putNull("last_payment_error");
        ledger.put(Kind.INTENT, Json.text(intent, "id"), intent);
        events.happened("payment_intent.succeeded", intent);
    }

    void decline(ObjectNode intent, String code) {
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", code)
                .put("message", "Your card was declined.");
        ledger.put(Kind.INTENT, Json.text(intent, "id"), intent);
        events.happened("payment_intent.payment_failed", intent);
    }

    ObjectNode cancel(String id, ObjectNode parameters) {
        var intent = ledger.get(Kind.INTENT, id);
        var status = Json.text(intent, "status");
        if (!CANCELABLE.contains(status)) {
            throw StripeError.refused(
                    "payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent because it has a status of " + status + ".",
                    null);
        }
        intent.put("status", "canceled").put("canceled_at", clock.instant().getEpochSecond());
        if (parameters.has("cancellation_reason")) {
            intent.set("cancellation_reason", parameters.get("cancellation_reason"));
        }
        ledger.put(Kind.INTENT, id, intent);
        events.happened("payment_intent.canceled", intent);
        return intent;
    }
}
