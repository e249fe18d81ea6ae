package vn.ocopmarket.storefront.inventory.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.ocopmarket.outbox.OutboxEvent;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;
import vn.ocopmarket.storefront.inventory.domain.LevelKey;

/** What a level tells: that what can be had of its SKU changed, and the entry that goes into the ledger. */
final class StockEvents {

    static final String AVAILABILITY = "availability.changed";
    static final String LEDGER = "stock.ledger";

    private final RandomIds ids;

    StockEvents(RandomIds ids) {
        this.ids = ids;
    }

    /** Its id is free, because the update that carries it happens once by its own precondition. */
    OutboxEvent availability(String levelId, Instant at) {
        var id = "availability:" + ids.next(20);
        return new OutboxEvent(id, AVAILABILITY, LevelKey.of(levelId).sku(), at.toEpochMilli(), new Document(), at);
    }

    /** Its id follows from the cause, so that it is in the ledger once. */
    OutboxEvent ledger(String levelId, String owner, Entry entry, long quantity) {
        var payload = new Document("levelId", levelId)
                .append("type", entry.type())
                .append("quantity", quantity)
                .append("reference", entry.reference())
                .append("at", Date.from(entry.at()));
        if (entry.reason() != null) {
            payload.append("reason", entry.reason());
        }
        var id = owner + "@" + levelId + ":" + entry.type();
        return new OutboxEvent(id, LEDGER, levelId, entry.at().toEpochMilli(), payload, entry.at());
    }
}
