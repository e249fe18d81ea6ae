package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.bson.Bson;
import vn.ocopmarket.embeddedmongo.index.IndexChange;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;
import vn.ocopmarket.embeddedmongo.index.Indexes;
import vn.ocopmarket.embeddedmongo.index.OrderedIndex;
import vn.ocopmarket.embeddedmongo.index.Plan;
import vn.ocopmarket.embeddedmongo.index.Planner;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentDeleted;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.DocumentPut;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDeclared;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.IndexDropped;

/**
 * The documents of one collection in the order they were inserted, and their indexes. Every change is checked first,
 * then recorded, then made. Not thread-safe: the collection guards it.
 */
final class Heap {

    private final int collection;
    private final Recording recording;
    private final TreeMap<Long, StoredDocument> documents = new TreeMap<>();
    private final Indexes<StoredDocument> indexes = new Indexes<>();
    private long dataBytes;

    Heap(int collection, Recording recording) {
        this.collection = collection;
        this.recording = recording;
    }

    /** Takes what a journal held; each document is decoded once for all indexes. */
    void load(String namespace, Collection<StoredDocument> loaded, List<IndexSpec> specs) {
        specs.forEach(spec -> indexes.add(new OrderedIndex<>(spec)));
        for (StoredDocument document : loaded) {
            indexes.change(namespace, document, document.number, null, Bson.decode(document.bson()))
                    .make();
            documents.put(document.number, document);
            grow(document.bson().length);
        }
    }

    void insert(String namespace, Document document) {
        long number = documents.isEmpty() ? 1 : documents.lastKey() + 1;
        StoredDocument stored = new StoredDocument(number, encode(document));
        IndexChange<StoredDocument> change = indexes.change(namespace, stored, number, null, document);
        recording.record(new DocumentPut(collection, number, stored.bson()));
        change.make();
        documents.put(number, stored);
        grow(stored.bson().length);
    }

    void replace(String namespace, StoredDocument stored, Document before, Document after) {
        byte[] version = encode(after);
        IndexChange<StoredDocument> change = indexes.change(namespace, stored, stored.number, before, after);
        recording.record(new DocumentPut(collection, stored.number, version));
        change.make();
        grow(version.length - stored.bson().length);
        stored.become(version);
    }

    void remove(String namespace, StoredDocument stored, Document document) {
        IndexChange<StoredDocument> change = indexes.change(namespace, stored, stored.number, document, null);
        recording.record(new DocumentDeleted(collection, stored.number));
        change.make();
        documents.remove(stored.number);
        grow(-stored.bson().length);
    }

    void clear() {
        documents.clear();
        grow(-dataBytes);
    }

    /** Builds the index, unless there is exactly this one already. Throws when the data does not fit a unique one. */
    void makeIndex(String namespace, IndexSpec spec) {
        if (indexes.alreadyHas(spec)) {
            return;
        }
        OrderedIndex<StoredDocument> index = new OrderedIndex<>(spec);
        for (StoredDocument document : documents.values()) {
            Indexes.build(namespace, index, document, document.number, Bson.decode(document.bson()));
        }
        recording.record(new IndexDeclared(collection, Bson.encode(spec.description())));
        indexes.add(index);
    }

    void dropIndex(String name) {
        if (indexes.named(name) == null) {
            throw new IndexNotFoundException("index not found with name [" + name + "]");
        }
        recording.record(new IndexDropped(collection, name));
        indexes.drop(name);
    }

    Collection<OrderedIndex<StoredDocument>> indexes() {
        return indexes.all();
    }

    @Nullable
    Plan<StoredDocument> plan(Query query) {
        return query.isNatural() ? null : Planner.plan(indexes.all(), query.filter(), query.sort(), query.limit() > 0);
    }

    /** Everything that may match, lazily. */
    Stream<StoredDocument> candidates(@Nullable Plan<StoredDocument> plan, Query query) {
        if (plan != null) {
            return plan.candidates();
        }
        return (query.isNaturalBackwards() ? documents.descendingMap() : documents).values().stream();
    }

    List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>(documents.size() + 8);
        for (OrderedIndex<StoredDocument> index : indexes.all()) {
            if (!index.spec().name().equals(IndexSpec.ID_INDEX)) {
                entries.add(
                        new IndexDeclared(collection, Bson.encode(index.spec().description())));
            }
        }
        documents.values().forEach(one -> entries.add(new DocumentPut(collection, one.number, one.bson())));
        return entries;
    }

    int size() {
        return documents.size();
    }

    long dataBytes() {
        return dataBytes;
    }

    private void grow(long bytes) {
        dataBytes += bytes;
        recording.grow(bytes);
    }

    private static byte[] encode(Document document) {
        byte[] bson = Bson.encode(document);
        if (bson.length > Bson.MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "BSONObj size: " + bson.length + " is invalid. Size must be up to 16 MB");
        }
        return bson;
    }
}
