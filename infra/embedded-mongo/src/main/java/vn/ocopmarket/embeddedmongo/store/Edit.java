package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One edit of one document, done to the heap as the editor says; remembers what happened. */
final class Edit implements DocumentEditor.Outcome {

    private final Heap heap;
    private final String namespace;
    private final @Nullable StoredDocument stored;
    private @Nullable Document inserted;
    private boolean changed;
    private @Nullable Document answer;

    Edit(Heap heap, String namespace, @Nullable StoredDocument stored) {
        this.heap = heap;
        this.namespace = namespace;
        this.stored = stored;
    }

    @Override
    public void insert(Document document) {
        heap.insert(namespace, document);
        inserted = document;
    }

    @Override
    public void replace(Document before, Document after) {
        heap.replace(namespace, Objects.requireNonNull(stored), before, after);
        changed = true;
    }

    @Override
    public void remove(Document document) {
        heap.remove(namespace, Objects.requireNonNull(stored), document);
        changed = true;
    }

    void answered(Document document) {
        answer = document;
    }

    /** As findAndModify answers, with what the library leaves out about upserts and misses. */
    Document answer() {
        Document result = Objects.requireNonNull(answer);
        Document last =
                new Document("n", stored == null && inserted == null ? 0 : 1).append("updatedExisting", stored != null);
        if (inserted != null) {
            last.append("upserted", inserted.get("_id"));
        }
        result.put("lastErrorObject", last);
        return result;
    }

    Modified modified() {
        if (inserted != null) {
            return new Modified(0, 0, new Document("_id", inserted.get("_id")));
        }
        return new Modified(stored == null ? 0 : 1, changed ? 1 : 0, null);
    }
}
