package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** What every movement of money does to the shop's balance, in dong; all changes run within {@link Ledger#change}. */
final class Balance {

    /** Which payout a transaction went out with; only the simulator knows. */
    static final String PAYOUT = "_payout";

    private static final long FEE_BASIS_POINTS = 340;
    private static final long FEE_FIXED = 9_500;
    private static final long DISPUTE_FEE = 300_000;
    private static final Duration UNTIL_AVAILABLE = Duration.ofDays(1);

    private final Ledger ledger;
    private final Clock clock;

    Balance(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The id of the transaction, as of every other one here. */
    String charged(String chargeId, long amount) {
        return keep("charge", "charge", chargeId, amount, (amount * FEE_BASIS_POINTS + 5_000) / 10_000 + FEE_FIXED);
    }

    /** What Stripe took of the charge stays with it. */
    String refunded(String refundId, long amount) {
        return keep("refund", "refund", refundId, -amount, 0);
    }

    ObjectNode disputed(String disputeId, long amount) {
        return visible(ledger.get(Kind.TRANSACTION, keep("adjustment", "dispute", disputeId, -amount, DISPUTE_FEE)));
    }

    ObjectNode disputeWon(String disputeId, long amount) {
        return visible(
                ledger.get(Kind.TRANSACTION, keep("adjustment", "dispute_reversal", disputeId, amount, -DISPUTE_FEE)));
    }

    /** It takes the money out of the balance, and is listed with what it pays out. */
    String paidOut(String payoutId, long amount) {
        var id = keep("payout", "payout", payoutId, -amount, 0);
        ledger.put(Kind.TRANSACTION, id, ledger.get(Kind.TRANSACTION, id).put(PAYOUT, payoutId));
        return id;
    }

    private String keep(String type, String category, String source, long amount, long fee) {
        var now = clock.instant();
        var id = Kind.TRANSACTION.newId();
        var transaction = Json.object()
                .put("id", id)
                .put("object", "balance_transaction")
                .put("amount", amount)
                .put("available_on", now.plus(UNTIL_AVAILABLE).getEpochSecond())
                .put("created", now.getEpochSecond())
                .put("currency", "vnd")
                .putNull("description")
                .putNull("exchange_rate")
                .put("fee", fee)
                .put("net", amount - fee)
                .put("reporting_category", category)
                .put("source", source)
                .put("type", type);
        var details = transaction.putArray("fee_details");
        if (fee != 0) {
            details.addObject()
                    .put("amount", fee)
                    .putNull("application")
                    .put("currency", "vnd")
                    .put("description", type.equals("charge") ? "Stripe processing fees" : "Dispute fee")
                    .put("type", "stripe_fee");
        }
        ledger.put(Kind.TRANSACTION, id, transaction);
        return id;
    }

    boolean isAvailable(ObjectNode transaction) {
        return transaction.path("available_on").asLong() <= clock.instant().getEpochSecond();
    }

    /** Without what only the simulator knows. */
    ObjectNode visible(ObjectNode transaction) {
        var copy = transaction.deepCopy().put("status", isAvailable(transaction) ? "available" : "pending");
        copy.remove(PAYOUT);
        return copy;
    }
}
