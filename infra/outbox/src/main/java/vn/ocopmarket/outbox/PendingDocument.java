package vn.ocopmarket.outbox;

import java.util.List;
import org.bson.Document;

/** A document with unsent events, in the order in which they happened; entries nobody can read are still raw. */
record PendingDocument(Object id, List<Document> entries) {

    PendingDocument {
        entries = List.copyOf(entries);
    }
}
