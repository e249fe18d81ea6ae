package vn.ocopmarket.embeddedmongo.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;
import vn.ocopmarket.embeddedmongo.journal.ChangeLog;
import vn.ocopmarket.embeddedmongo.journal.Journal;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry;
import vn.ocopmarket.embeddedmongo.journal.UnreadableJournal;

/** All databases, in memory, with every change in a journal or in none. */
public final class Store implements AutoCloseable {

    /** A journal below this is not worth rewriting. */
    private static final long SMALLEST_COMPACTED = 64L << 20;

    private final Recording recording = new Recording();
    private final Map<String, StoredDatabase> databases = new ConcurrentHashMap<>();

    private Store() {}

    /** Keeps everything in memory only. */
    public static Store inMemory() {
        return new Store();
    }

    /** Reads the folder's journal, or starts one. Throws {@link UnreadableJournal} when the data cannot be trusted. */
    public static Store open(Path folder) throws IOException {
        return open(folder, SMALLEST_COMPACTED);
    }

    static Store open(Path folder, long compactAtLeast) throws IOException {
        Store store = new Store();
        Loading loading = new Loading();
        Journal journal = Journal.open(folder, loading::apply);
        try {
            loading.forEach(store::take);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
        store.recording.into(journal, loading.highestCollection());
        journal.compactWith(store::snapshotTo, compactAtLeast);
        return store;
    }

    private void take(int number, Loading.Loaded loaded) {
        String namespace = Objects.requireNonNull(loaded.namespace);
        int dot = namespace.indexOf('.');
        List<StoredDocument> documents = new ArrayList<>(loaded.documents.size());
        loaded.documents.forEach((document, bson) -> documents.add(new StoredDocument(document, bson)));
        List<IndexSpec> indexes =
                loaded.indexes.values().stream().map(IndexSpec::of).toList();
        database(namespace.substring(0, dot))
                .loaded(namespace.substring(dot + 1), number)
                .load(documents, indexes);
    }

    public StoredDatabase database(String name) {
        StoredDatabase found = databases.get(name);
        return found != null ? found : databases.computeIfAbsent(name, one -> new StoredDatabase(one, recording));
    }

    public Map<String, StoredDatabase> databases() {
        return new TreeMap<>(databases);
    }

    public void dropDatabase(String name) {
        StoredDatabase database = databases.get(name);
        if (database != null) {
            database.dropAll();
        }
    }

    public ChangeLog log() {
        return recording.log();
    }

    /** Bytes of all documents as they are now. */
    public long liveBytes() {
        return recording.liveBytes();
    }

    /** Deletes what has outlived its TTL index. */
    public void expire(Instant now) {
        databases.values().forEach(database -> database.collections().forEach(one -> one.expire(now)));
    }

    private void snapshotTo(Consumer<JournalEntry> entries) {
        List<StoredCollection> collections = new ArrayList<>();
        synchronized (recording) {
            databases.values().forEach(database -> collections.addAll(database.collections()));
        }
        collections.forEach(one -> one.snapshotTo(entries));
    }

    @Override
    public void close() {
        recording.log().close();
    }
}
