package vn.ocopmarket.stripesimulator.ledger;

/** What the simulator keeps. */
public enum Kind {
    SESSION("checkout.session", "cs_test_"),
    INTENT("payment_intent", "pi_"),
    REFUND("refund", "re_"),
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

    public String newId() {
        return prefix + Ids.next();
    }
}
