package vn.ocopmarket.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import vn.ocopmarket.outbox.RelayStore.PendingDocument;

/** Events of some documents, a prefix of each outbox, in order. */
final class Batch {

    private final Map<String, OutboxEvent> events = new LinkedHashMap<>();
    private final List<RelayStore.Sent> sent = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** An entry that this library did not write. */
    record Unreadable(Object documentId, Document entry, String reason) {}

    static Batch of(List<PendingDocument> documents, int limit) {
        var batch = new Batch();
        for (var document : documents) {
            batch.add(document, limit);
        }
        return batch;
    }

    private void add(PendingDocument document, int limit) {
        var ids = new ArrayList<String>();
        for (var entry : document.entries()) {
            if (events.size() >= limit) {
                break;
            }
            try {
                var event = OutboxEvent.of(entry);
                events.putIfAbsent(event.id(), event);
                ids.add(event.id());
            } catch (RuntimeException error) {
                unreadable.add(new Unreadable(document.id(), entry, String.valueOf(error)));
            }
        }
        if (!ids.isEmpty() || document.entries().isEmpty()) {
            sent.add(new RelayStore.Sent(document.id(), List.copyOf(ids)));
        }
    }

    Set<String> ids() {
        return events.keySet();
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    List<RelayStore.Sent> sent() {
        return sent;
    }

    List<OutboxEvent> events() {
        return List.copyOf(events.values());
    }
}
