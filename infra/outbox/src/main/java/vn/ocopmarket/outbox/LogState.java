package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The one document beside the log: who may number events, and how far the numbers go. */
record LogState(Lease lease, long oldest) {

    static final String COLLECTION = "relay";
    static final String ID = "events";
    static final String OWNER = "owner";
    static final String EPOCH = "epoch";
    static final String EXPIRES_AT = "expiresAt";
    static final String NEXT = "next";
    static final String FLOOR = "floor";
    static final String OLDEST = "oldest";

    static final LogState EMPTY = new LogState(new Lease("", 0, 0, 0), 1);

    static Bson byId() {
        return Filters.eq("_id", ID);
    }

    static Bson heldBy(Lease lease) {
        return Filters.and(byId(), Filters.eq(EPOCH, lease.epoch()));
    }

    static Document toNewDocument() {
        return new Document("_id", ID)
                .append(OWNER, "")
                .append(EPOCH, 0L)
                .append(EXPIRES_AT, Date.from(Instant.EPOCH))
                .append(NEXT, 0L)
                .append(FLOOR, 0L)
                .append(OLDEST, 1L);
    }

    static LogState of(Document document) {
        var lease = new Lease(
                document.getString(OWNER), document.getLong(EPOCH), document.getLong(NEXT), document.getLong(FLOOR));
        return new LogState(lease, document.getLong(OLDEST));
    }
}
