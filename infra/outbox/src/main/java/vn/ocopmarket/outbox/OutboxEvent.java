package vn.ocopmarket.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/**
 * Something that happened to one document, to be told to others.
 *
 * @param id unique over the log; the same change tried again gives the same id
 * @param type such as {@code product.changed}
 * @param aggregateId what changed, as consumers know it
 * @param version of the changed document
 * @param payload what consumers need beyond the id; small, and empty when they read the aggregate again
 * @param at when it was committed
 */
public record OutboxEvent(String id, String type, String aggregateId, long version, Document payload, Instant at) {

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String AGGREGATE = "agg";
    private static final String VERSION = "ver";
    private static final String PAYLOAD = "data";
    private static final String AT = "at";

    public OutboxEvent {
        if (id.isBlank() || type.isBlank()) {
            throw new IllegalArgumentException("An event needs an id and a type");
        }
        Objects.requireNonNull(at, "at");
    }

    /** For events about a part of the aggregate (a stock level of a SKU): the part's own id makes the event unique. */
    public OutboxEvent from(String source) {
        return new OutboxEvent(Outbox.id(source, version, type), type, aggregateId, version, payload, at);
    }

    Document toDocument() {
        var document = new Document(ID, id)
                .append(TYPE, type)
                .append(AGGREGATE, aggregateId)
                .append(VERSION, version)
                .append(AT, Date.from(at));
        return payload.isEmpty() ? document : document.append(PAYLOAD, payload);
    }

    /** @throws RuntimeException when the entry was not written by this library */
    static OutboxEvent of(Document entry) {
        return new OutboxEvent(
                entry.getString(ID),
                entry.getString(TYPE),
                entry.getString(AGGREGATE),
                entry.getLong(VERSION),
                entry.get(PAYLOAD, new Document()),
                entry.getDate(AT).toInstant());
    }
}
