package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.model.PushOptions;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.outbox.Outbox;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;

/** What several changes of levels write alike: whose step was done, and what others are told of it. */
final class LevelEffects {

    /** Longer than any retry of a step can be late. */
    private static final int REMEMBERED = 100;

    private final StockEvents events;

    LevelEffects(StockEvents events) {
        this.events = events;
    }

    /** Others are told how much there is now. */
    Bson tell(LevelChange change, Instant now) {
        return Outbox.append(events.availability(change.levelId(), now));
    }

    /** The same, with an entry of the ledger. */
    Bson tell(LevelChange change, String owner, Entry entry, long quantity) {
        return Outbox.append(
                events.ledger(change.levelId(), owner, entry, quantity),
                events.availability(change.levelId(), entry.at()));
    }

    /** An entry of the ledger for goods that were not to be had before either. */
    Bson book(LevelChange change, String owner, Entry entry, long quantity) {
        return Outbox.append(events.ledger(change.levelId(), owner, entry, quantity));
    }

    /** The owner's step is done, and not done again. */
    static Bson settle(String owner, long quantity) {
        return settle(LevelDocuments.claim(owner, quantity));
    }

    static Bson settle(Document claim) {
        return pushEach(LevelFields.SETTLED, List.of(claim), new PushOptions().slice(-REMEMBERED));
    }

    /** The owner's claim is gone. */
    static Bson drop(String claims, String owner) {
        return pull(claims, new Document("owner", owner));
    }
}
