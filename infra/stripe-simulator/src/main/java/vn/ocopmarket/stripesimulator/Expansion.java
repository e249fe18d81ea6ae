package vn.ocopmarket.stripesimulator;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** {@code expand[]=payment_intent} puts the intent in the place of its id, {@code expand[]=data.source} those of a list. */
final class Expansion {

    private static final List<Kind> OBJECTS =
            List.of(Kind.INTENT, Kind.CHARGE, Kind.REFUND, Kind.DISPUTE, Kind.PAYOUT, Kind.TRANSACTION);

    private final Ledger ledger;
    private final Balance balance;

    Expansion(Ledger ledger, Balance balance) {
        this.ledger = ledger;
        this.balance = balance;
    }

    ObjectNode expand(ObjectNode answer, JsonNode wanted) {
        for (var path : wanted) {
            expand(answer, path.asString(), "data.");
        }
        return answer;
    }

    private void expand(ObjectNode answer, String path, String ofList) {
        if (path.startsWith(ofList)) {
            answer.path("data").forEach(one -> expand((ObjectNode) one, path.substring(ofList.length()), ofList));
            return;
        }
        var id = Json.text(answer, path);
        OBJECTS.stream()
                .filter(kind -> kind.isIdOf(id))
                .findFirst()
                .ifPresent(kind -> answer.set(path, visible(kind, ledger.get(kind, id))));
    }

    private ObjectNode visible(Kind kind, ObjectNode object) {
        return kind == Kind.TRANSACTION ? balance.visible(object) : object;
    }
}
