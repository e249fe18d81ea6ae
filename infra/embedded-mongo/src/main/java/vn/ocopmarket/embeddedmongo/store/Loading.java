package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.bson.Bson;
import vn.ocopmarket.embeddedmongo.journal.Backup;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionDropped;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionNamed;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentDeleted;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentPut;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDeclared;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDropped;

/** The data while a journal is replayed: what is where, without indexes. */
public final class Loading implements Backup.Rebuilding {

    private final Map<Integer, Loaded> collections = new TreeMap<>();
    private int highest;

    /** A collection; one without a name was dropped while its last changes were still on the way. */
    static final class Loaded {
        @Nullable
        String namespace;

        final TreeMap<Long, byte[]> documents = new TreeMap<>();
        final Map<String, Document> indexes = new LinkedHashMap<>();
    }

    @Override
    public void apply(JournalEntry entry) {
        highest = Math.max(highest, entry.collection());
        if (entry instanceof CollectionDropped(int dropped)) {
            collections.remove(dropped);
            return;
        }
        Loaded loaded = collections.computeIfAbsent(entry.collection(), _ -> new Loaded());
        switch (entry) {
            case CollectionNamed named -> loaded.namespace = named.namespace();
            case IndexDeclared index -> {
                Document spec = Bson.decode(index.specification());
                loaded.indexes.put((String) Objects.requireNonNull(spec.get("name")), spec);
            }
            case IndexDropped index -> loaded.indexes.remove(index.name());
            case DocumentPut put -> loaded.documents.put(put.document(), put.bson());
            case DocumentDeleted deleted -> loaded.documents.remove(deleted.document());
            case CollectionDropped _ -> throw new IllegalStateException("handled above");
        }
    }

    int highestCollection() {
        return highest;
    }

    void forEach(BiConsumer<Integer, Loaded> action) {
        collections.forEach((number, loaded) -> {
            if (loaded.namespace != null) {
                action.accept(number, loaded);
            }
        });
    }

    @Override
    public void writeTo(Consumer<JournalEntry> entries) {
        forEach((number, loaded) -> {
            entries.accept(new CollectionNamed(number, Objects.requireNonNull(loaded.namespace)));
            loaded.indexes.values().forEach(spec -> entries.accept(new IndexDeclared(number, Bson.encode(spec))));
            loaded.documents.forEach((document, bson) -> entries.accept(new DocumentPut(number, document, bson)));
        });
    }
}
