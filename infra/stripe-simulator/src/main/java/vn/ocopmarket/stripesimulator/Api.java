package vn.ocopmarket.stripesimulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Answers calls; each is one change, kept together with its first answer. */
final class Api {

    private final Ledger ledger;
    private final Calls calls;

    Api(Ledger ledger, Calls calls) {
        this.ledger = ledger;
        this.calls = calls;
    }

    /** @param key the idempotency key, where one was sent */
    record Call(
            String method,
            String path,
            String encoded,
            @Nullable String key) {

        private String fingerprint() {
            return method + " " + path + "?" + encoded;
        }
    }

    record Answer(ObjectNode body, boolean replayed) {}

    /** @throws StripeError when Stripe would refuse it */
    Answer answer(Call call) {
        return ledger.change(() -> {
            var key = call.method().equals("POST") ? call.key() : null;
            if (key == null) {
                return new Answer(calls.carryOut(call), false);
            }
            var first = ledger.find(Kind.ANSWER, key);
            if (first.isPresent()) {
                return replay(call, key, first.get());
            }
            var body = calls.carryOut(call);
            var kept = Json.object().put("call", call.fingerprint());
            kept.set("body", body);
            ledger.put(Kind.ANSWER, key, kept);
            return new Answer(body, false);
        });
    }

    private static Answer replay(Call call, String key, ObjectNode first) {
        if (!Json.text(first, "call").equals(call.fingerprint())) {
            throw StripeError.otherParameters(key);
        }
        return new Answer((ObjectNode) first.path("body"), true);
    }
}
