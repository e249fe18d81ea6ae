package vn.ocopmarket.outbox;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.ocopmarket.contract.feed.Change;

/** One numbered entry of the log; a {@link #isNoop() noop} only fills a number that was reserved and never used. */
public record LogEntry(
        long number, String eventId, String type, String aggregateId, long version, Document payload, Instant at) {

    static final String NUMBER = "_id";
    static final String EVENT_ID = "eventId";
    static final String AT = "at";

    private static final String NOOP = "noop";
    private static final String TYPE = "type";
    private static final String AGGREGATE = "agg";
    private static final String VERSION = "ver";
    private static final String PAYLOAD = "data";

    public boolean isNoop() {
        return NOOP.equals(type);
    }

    /** The entry without its payload, as other services read it. */
    public Change toChange() {
        return new Change(number, eventId, type, aggregateId, version, at);
    }

    static LogEntry of(long number, OutboxEvent event) {
        return new LogEntry(
                number, event.id(), event.type(), event.aggregateId(), event.version(), event.payload(), event.at());
    }

    static LogEntry noop(long number, Instant at) {
        return new LogEntry(number, NOOP + "-" + number, NOOP, "", 0, new Document(), at);
    }

    static LogEntry of(Document document) {
        return new LogEntry(
                document.getLong(NUMBER),
                document.getString(EVENT_ID),
                document.getString(TYPE),
                document.getString(AGGREGATE),
                document.getLong(VERSION),
                document.get(PAYLOAD, new Document()),
                document.getDate(AT).toInstant());
    }

    Document toDocument() {
        var document = new Document(NUMBER, number)
                .append(EVENT_ID, eventId)
                .append(TYPE, type)
                .append(AGGREGATE, aggregateId)
                .append(VERSION, version)
                .append(AT, Date.from(at));
        return payload.isEmpty() ? document : document.append(PAYLOAD, payload);
    }
}
