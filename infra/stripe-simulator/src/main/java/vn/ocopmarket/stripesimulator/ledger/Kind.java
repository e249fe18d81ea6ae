package vn.ocopmarket.stripesimulator.ledger;

/** What the simulator keeps. */
public enum Kind {
    SESSION("checkout.session", "cs_test_"),
    INTENT("payment_intent", "pi_"),
    CHARGE("charge", "ch_"),
    REFUND("refund", "re_"),
    DISPUTE("dispute", "du_"),
    TRANSACTION("balance_transaction", "txn_"),
    PAYOUT("payout", "po_"),
    EVENT("event", "evt_"),
    /** Events that were not taken yet; the id is the event's. */
    DELIVERY("delivery", ""),
    /** First answers by idempotency key. */
    ANSWER("answer", "");

    private final String object;
    private final String prefix;

    Kind(String object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    public String object() {
        return object;
    }

    public boolean isIdOf(String id) {
        return !prefix.isEmpty() && id.startsWith(prefix);
    }

    public String newId() {
        return prefix + Ids.next();
    }
}
