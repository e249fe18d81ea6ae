package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** What cards were charged with; all changes run within {@link Ledger#change}. */
final class Charges {

    private final Ledger ledger;
    private final Balance balance;
    private final Clock clock;

    Charges(Ledger ledger, Balance balance, Clock clock) {
        this.ledger = ledger;
        this.balance = balance;
        this.clock = clock;
    }

    /** Charges all of an intent; gives the id of the charge. */
    String charge(ObjectNode intent) {
        var id = Kind.CHARGE.newId();
        var amount = intent.path("amount").asLong();
        var charge = Json.object()
                .put("id", id)
                .put("object", "charge")
                .put("amount", amount)
                .put("amount_captured", amount)
                .put("amount_refunded", 0)
                .put("balance_transaction", balance.charged(id, amount))
                .put("captured", true)
                .put("created", clock.instant().getEpochSecond())
                .put("currency", "vnd")
                .put("disputed", false)
                .put("livemode", false)
                .put("paid", true)
                .put("payment_intent", Json.text(intent, "id"))
                .put("refunded", false)
                .put("status", "succeeded");
        charge.putObject("billing_details")
                .putNull("address")
                .putNull("email")
                .putNull("name")
                .putNull("phone");
        charge.set("metadata", intent.path("metadata").deepCopy());
        ledger.put(Kind.CHARGE, id, charge);
        return id;
    }

    /** Charges of the days before this was kept are not there. */
    void refunded(String id, long amount) {
        ledger.find(Kind.CHARGE, id).ifPresent(charge -> {
            var back = charge.path("amount_refunded").asLong() + amount;
            var all = back == charge.path("amount").asLong();
            ledger.put(Kind.CHARGE, id, charge.put("amount_refunded", back).put("refunded", all));
        });
    }

    void disputed(String id) {
        ledger.find(Kind.CHARGE, id).ifPresent(charge -> ledger.put(Kind.CHARGE, id, charge.put("disputed", true)));
    }
}
