package vn.ocopmarket.stripesimulator;

import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.Kind;
import vn.ocopmarket.stripesimulator.ledger.Ledger;

/** Tells what happened: written with the change itself, sent afterwards. */
final class Events {

    static final String DEFAULT_VERSION = "2026-07-29.dahlia";

    private final Ledger ledger;
    private final Clock clock;
    private volatile String version = DEFAULT_VERSION;

    Events(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Events carry the version of the API that the client speaks. */
    void speak(String apiVersion) {
        version = apiVersion;
    }

    /** Within {@link Ledger#change}. */
    void happened(String type, ObjectNode about) {
        var id = Kind.EVENT.newId();
        var event = Json.object()
                .put("id", id)
                .put("object", "event")
                .put("api_version", version)
                .put("created", clock.instant().getEpochSecond())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type);
        event.putObject("data").set("object", about.deepCopy());
        event.putObject("request").putNull("id").putNull("idempotency_key");
        ledger.put(Kind.EVENT, id, event);
        ledger.put(Kind.DELIVERY, id, Json.object().put("id", id));
    }

    /** Events nobody has taken yet, oldest first. */
    List<String> undelivered() {
        return ledger.ids(Kind.DELIVERY);
    }

    void delivered(String id) {
        var unused = ledger.change(() -> {
            ledger.put(Kind.EVENT, id, ledger.get(Kind.EVENT, id).put("pending_webhooks", 0));
            ledger.remove(Kind.DELIVERY, id);
            return id;
        });
    }
}
