package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Money back, never more than came in; all changes run within {@link Ledger#change}. */
final class Refunds {

    private final Ledger ledger;
    private final Charges charges;
    private final Balance balance;
    private final Events events;
    private final Clock clock;

    Refunds(Ledger ledger, Charges charges, Balance balance, Events events, Clock clock) {
        this.ledger = ledger;
        this.charges = charges;
        this.balance = balance;
        this.events = events;
        this.clock = clock;
    }

    ObjectNode create(ObjectNode parameters) {
        var intentId = Json.text(parameters, "payment_intent");
        if (intentId.isEmpty()) {
            throw StripeError.invalid(
                    "One of the following params should be provided: payment_intent.", "payment_intent");
        }
        var intent = ledger.get(Kind.INTENT, intentId);
        var left = intent.path("amount_received").asLong() - refunded(intentId);
        var amount = parameters.has("amount") ? Amounts.whole(parameters, "amount") : left;
        if (left == 0) {
            throw StripeError.refused("charge_already_refunded", "Charge has already been refunded.", null);
        }
        if (amount < 1 || amount > left) {
            throw StripeError.invalid(
                    "Refund amount (₫" + amount + ") is greater than unrefunded amount on charge (₫" + left + ")",
                    "amount");
        }
        return keep(describe(parameters, intent, amount));
    }

    private ObjectNode describe(ObjectNode parameters, ObjectNode intent, long amount) {
        var id = Kind.REFUND.newId();
        var charge = Json.text(intent, "latest_charge");
        charges.refunded(charge, amount);
        var refund = Json.object()
                .put("id", id)
                .put("object", "refund")
                .put("amount", amount)
                .put("balance_transaction", balance.refunded(id, amount))
                .put("charge", charge)
                .put("created", clock.instant().getEpochSecond())
                .put("currency", "vnd")
                .put("payment_intent", Json.text(intent, "id"))
                .put("status", "succeeded");
        refund.set("metadata", parameters.path("metadata").isObject() ? parameters.get("metadata") : Json.object());
        if (parameters.has("reason")) {
            refund.set("reason", parameters.get("reason"));
        }
        return refund;
    }

    private ObjectNode keep(ObjectNode refund) {
        ledger.put(Kind.REFUND, Json.text(refund, "id"), refund);
        events.happened("refund.created", refund);
        return refund;
    }

    private long refunded(String intentId) {
        return ledger.all(Kind.REFUND)
                .filter(refund -> Json.text(refund, "payment_intent").equals(intentId))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
    }
}
