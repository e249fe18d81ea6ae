package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a writer puts into its own atomic update, so that a change and its event are one. */
public final class Outbox {

    /** A document that holds so many unsent events refuses further changes: its relay has been down for long. */
    public static final int LIMIT = 500;

    static final String ENTRIES = "outbox";
    static final String ENTRY_ID = ENTRIES + ".id";
    static final String PENDING = "pending";

    private Outbox() {}

    public static OutboxEvent event(String type, String aggregateId, long version, Document payload, Instant at) {
        return new OutboxEvent(id(aggregateId, version, type), type, aggregateId, version, payload, at);
    }

    public static OutboxEvent event(String type, String aggregateId, long version, Instant at) {
        return event(type, aggregateId, version, new Document(), at);
    }

    /** The part of an update that stores the events; combine it with the change itself. */
    public static Bson append(OutboxEvent... events) {
        return Updates.combine(Updates.pushEach(ENTRIES, documents(events)), Updates.inc(PENDING, events.length));
    }

    /** The part of a new document that stores the events. */
    public static Document fields(OutboxEvent... events) {
        return new Document(ENTRIES, documents(events)).append(PENDING, events.length);
    }

    /** For the filter of an update: refuses it while the document holds {@value #LIMIT} unsent events. */
    public static Bson hasRoom() {
        return Filters.not(Filters.gte(PENDING, LIMIT));
    }

    static String id(String source, long version, String type) {
        return source + ":" + version + ":" + type;
    }

    private static List<Document> documents(OutboxEvent... events) {
        return Arrays.stream(events).map(OutboxEvent::toDocument).toList();
    }
}
