package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Buyers' banks that want money back; begun and decided through {@code /_control/disputes}. */
final class Disputes {

    private static final Duration TIME_FOR_EVIDENCE = Duration.ofDays(7);
    private static final Set<String> STATUSES = Set.of("needs_response", "under_review", "won", "lost");

    private final Ledger ledger;
    private final Charges charges;
    private final Balance balance;
    private final Events events;
    private final Clock clock;

    Disputes(Ledger ledger, Charges charges, Balance balance, Events events, Clock clock) {
        this.ledger = ledger;
        this.charges = charges;
        this.balance = balance;
        this.events = events;
        this.clock = clock;
    }

    /** Begins one about {@code payment_intent}, or moves {@code dispute} to {@code status}. */
    ObjectNode change(ObjectNode wanted) {
        return ledger.change(() -> {
            var id = Json.text(wanted, "dispute");
            return id.isEmpty() ? begin(wanted) : move(ledger.get(Kind.DISPUTE, id), Json.text(wanted, "status"));
        });
    }

    private ObjectNode begin(ObjectNode wanted) {
        var intent = ledger.get(Kind.INTENT, Json.text(wanted, "payment_intent"));
        var amount = wanted.path("amount").asLong(intent.path("amount_received").asLong());
        if (amount < 1 || amount > intent.path("amount_received").asLong()) {
            throw StripeError.invalid("Nothing that was paid can be disputed", "amount");
        }
        var id = Kind.DISPUTE.newId();
        var charge = Json.text(intent, "latest_charge");
        charges.disputed(charge);
        var dispute = Json.object()
                .put("id", id)
                .put("object", "dispute")
                .put("amount", amount)
                .put("charge", charge)
                .put("created", clock.instant().getEpochSecond())
                .put("currency", "vnd")
                .put("is_charge_refundable", false)
                .put("livemode", false)
                .put("payment_intent", Json.text(intent, "id"))
                .put("reason", wanted.path("reason").asString("general"))
                .put("status", "needs_response");
        dispute.putArray("balance_transactions").add(balance.disputed(id, amount));
        dispute.putObject("evidence");
        dispute.putObject("evidence_details")
                .put("due_by", clock.instant().plus(TIME_FOR_EVIDENCE).getEpochSecond())
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0);
        dispute.putObject("metadata");
        return keep(dispute, "charge.dispute.created");
    }

    private ObjectNode move(ObjectNode dispute, String status) {
        if (!STATUSES.contains(status)) {
            throw StripeError.invalid("A dispute cannot become this", "status");
        }
        var closed = status.equals("won") || status.equals("lost");
        if (status.equals("won") && !Json.text(dispute, "status").equals("won")) {
            var back = balance.disputeWon(
                    Json.text(dispute, "id"), dispute.path("amount").asLong());
            dispute.withArray("balance_transactions").add(back);
        }
        return keep(dispute.put("status", status), closed ? "charge.dispute.closed" : "charge.dispute.updated");
    }

    private ObjectNode keep(ObjectNode dispute, String event) {
        ledger.put(Kind.DISPUTE, Json.text(dispute, "id"), dispute);
        events.happened(event, dispute);
        return dispute;
    }
}
