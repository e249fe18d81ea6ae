package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** What goes to the shop's bank: everything available whenever somebody asks, or all of it by {@code /_control/payouts}. */
final class Payouts {

    private final Ledger ledger;
    private final Balance balance;
    private final Clock clock;

    Payouts(Ledger ledger, Balance balance, Clock clock) {
        this.ledger = ledger;
        this.balance = balance;
        this.clock = clock;
    }

    /** Pays out what may go by now; within {@link Ledger#change}. */
    void payWhatIsAvailable() {
        var unused = pay(balance::isAvailable);
    }

    /** Pays out everything; empty when there is nothing to pay. */
    Optional<ObjectNode> payAll() {
        return ledger.change(() -> pay(_ -> true));
    }

    private Optional<ObjectNode> pay(Predicate<ObjectNode> goes) {
        var transactions = ledger.all(Kind.TRANSACTION)
                .filter(transaction -> !transaction.has(Balance.PAYOUT))
                .filter(goes)
                .toList();
        var amount = transactions.stream()
                .mapToLong(transaction -> transaction.path("net").asLong())
                .sum();
        if (amount <= 0) {
            return Optional.empty();
        }
        var id = Kind.PAYOUT.newId();
        transactions.forEach(transaction -> ledger.put(
                Kind.TRANSACTION,
                Json.text(transaction, "id"),
                transaction.deepCopy().put(Balance.PAYOUT, id)));
        var payout = describe(id, amount, balance.paidOut(id, amount));
        ledger.put(Kind.PAYOUT, id, payout);
        return Optional.of(payout);
    }

    private ObjectNode describe(String id, long amount, String transaction) {
        var now = clock.instant().getEpochSecond();
        var payout = Json.object()
                .put("id", id)
                .put("object", "payout")
                .put("amount", amount)
                .put("arrival_date", now)
                .put("automatic", true)
                .put("balance_transaction", transaction)
                .put("created", now)
                .put("currency", "vnd")
                .put("description", "STRIPE PAYOUT")
                .putNull("failure_code")
                .putNull("failure_message")
                .put("livemode", false)
                .put("method", "standard")
                .put("reconciliation_status", "completed")
                .put("source_type", "card")
                .put("status", "paid")
                .put("type", "bank_account");
        payout.putObject("metadata");
        return payout;
    }
}
