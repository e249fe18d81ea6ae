package vn.ocopmarket.catalog.epcis.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.ocopmarket.catalog.epcis.EpcisEvent;
import vn.ocopmarket.catalog.epcis.EpcisEvent.Recorded;
import vn.ocopmarket.catalog.epcis.Events.Authorship;

/** Events as documents and back. */
final class EventFields {

    static final String AT = "at";
    static final String TYPE = "type";
    static final String KEYS = "keys";
    static final String BIZ_STEP = "bizStep";
    static final String AUTHORS = "authors";
    static final String READERS = "readers";
    static final String DIGEST = "digest";
    static final String DECLARATION = "declaration";

    private EventFields() {}

    static Document toDocument(EpcisEvent event, Authorship authorship, Instant recordedAt) {
        var document = new Document("_id", event.id())
                .append(TYPE, event.type())
                .append(AT, event.at())
                .append("offset", event.offset())
                .append(BIZ_STEP, event.bizStep())
                .append("disposition", event.disposition())
                .append("place", event.place())
                .append(KEYS, List.copyOf(event.keys()))
                .append("body", event.body())
                .append(DIGEST, event.digest())
                .append(AUTHORS, List.copyOf(authorship.authors()))
                .append(READERS, List.copyOf(authorship.readers()))
                .append("recordedAt", recordedAt);
        // Absent until it is declared wrong: the update that declares it asks for just that.
        if (event.declaration() != null) {
            document.append(DECLARATION, event.declaration());
        }
        return document;
    }

    static Recorded fromDocument(Document document) {
        var event = new EpcisEvent(
                document.getString("_id"),
                document.getString(TYPE),
                document.getDate(AT).toInstant(),
                document.getString("offset"),
                document.getString(BIZ_STEP),
                document.getString("disposition"),
                document.getString("place"),
                Set.copyOf(document.getList(KEYS, String.class)),
                document.getString("body"),
                document.getString(DIGEST),
                document.getString(DECLARATION));
        return new Recorded(event, document.getDate("recordedAt").toInstant(), document.getList(AUTHORS, String.class));
    }
}
