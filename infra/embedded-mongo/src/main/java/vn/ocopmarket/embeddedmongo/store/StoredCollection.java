package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.bson.RawDocument;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;
import vn.ocopmarket.embeddedmongo.index.OrderedIndex;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionNamed;

/**
 * One collection. Its monitor guards the heap: changes hold it from the search to the record, queries only while they
 * gather the stored versions, which never change afterwards.
 */
public final class StoredCollection extends LibraryCollection {

    private static final String ID = "_id";

    private final int number;
    private final Heap heap;
    private final DocumentEditor editor;
    private final Finder finder;

    StoredCollection(MongoDatabase database, String name, int number, Recording recording) {
        super(database, name);
        this.number = number;
        this.heap = new Heap(number, recording);
        this.editor = new DocumentEditor(database, name);
        this.finder = new Finder(heap, this);
    }

    synchronized void load(Collection<StoredDocument> documents, List<IndexSpec> indexes) {
        heap.load(getFullName(), documents, indexes);
    }

    int number() {
        return number;
    }

    /** The answers of a query, each a {@link RawDocument} or, when it is projected, a {@link Document}. */
    public List<Object> find(Query query) {
        Document projection = query.projection();
        if (!query.isProjected() || projection == null) {
            return finder.stream(query)
                    .<Object>map(match -> new RawDocument(match.bson()))
                    .toList();
        }
        return finder.stream(query)
                .<Object>map(match -> editor.project(match.document(), projection))
                .toList();
    }

    @Override
    public Stream<Document> documents(Query query) {
        return finder.stream(query).map(Match::document);
    }

    @Override
    public int count(Document filter, int skip, int limit) {
        if (filter == null || filter.isEmpty()) {
            int rest = Math.max(0, count() - Math.max(0, skip));
            return limit > 0 ? Math.min(limit, rest) : rest;
        }
        return (int) finder.stream(new Query(filter, null, Math.max(0, skip), Math.max(0, limit), null))
                .count();
    }

    @Override
    public synchronized void insert(Document document) {
        if (document.get(ID) instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        if (!document.containsKey(ID)) {
            document.put(ID, new ObjectId());
        }
        heap.insert(getFullName(), document);
    }

    /** Finds one document and changes it, in one step; answers like the command. */
    @Override
    public synchronized Document findAndModify(Document command) {
        Document filter = (Document) command.getOrDefault("query", new Document());
        Document sort = (Document) command.get("sort");
        return edit(command, firstMatch(filter, sort)).answer();
    }

    /** Does the modification to the first match, or to all of them; inserts what it describes when it may. */
    public synchronized Modified update(Modification modification) {
        if (!modification.multi()) {
            return edit(modification.command(), firstMatch(modification.filter(), null))
                    .modified();
        }
        List<Match> matches = allMatches(modification.filter());
        if (matches.isEmpty()) {
            return edit(modification.command(), null).modified();
        }
        Modified all = Modified.NOTHING;
        for (Match match : matches) {
            all = all.plus(edit(modification.command(), match).modified());
        }
        return all;
    }

    private Edit edit(Document command, @Nullable Match match) {
        Edit edit = new Edit(heap, getFullName(), match == null ? null : match.stored());
        edit.answered(editor.edit(command, match == null ? null : match.document(), edit));
        return edit;
    }

    /** Deletes the first match or all; answers how many. */
    public synchronized int delete(Document filter, boolean onlyOne) {
        List<Match> matches;
        if (onlyOne) {
            Match first = firstMatch(filter, null);
            matches = first == null ? List.of() : List.of(first);
        } else {
            matches = allMatches(filter);
        }
        matches.forEach(match -> heap.remove(getFullName(), match.stored(), match.document()));
        return matches.size();
    }

    private @Nullable Match firstMatch(Document filter, @Nullable Document sort) {
        List<Match> first = finder.matches(Query.first(filter, sort));
        return first.isEmpty() ? null : first.getFirst();
    }

    private List<Match> allMatches(Document filter) {
        return finder.matches(Query.all(filter));
    }

    public synchronized void makeIndex(IndexSpec spec) {
        heap.makeIndex(getFullName(), spec);
    }

    @Override
    public synchronized void dropIndex(String name) {
        heap.dropIndex(name);
    }

    @Override
    public synchronized List<IndexSpec> indexes() {
        return heap.indexes().stream().map(OrderedIndex::spec).toList();
    }

    /** Deletes what has outlived a TTL index. */
    synchronized void expire(Instant now) {
        for (IndexSpec spec : indexes()) {
            if (spec.expireAfter() != null) {
                String path = spec.parts().getFirst().path();
                Document old = new Document("$lt", now.minus(spec.expireAfter())).append("$type", 9);
                int _ = delete(new Document(path, old), false);
            }
        }
    }

    /** Writes the collection as it is now. */
    void snapshotTo(Consumer<JournalEntry> entries) {
        List<JournalEntry> now;
        String namespace;
        synchronized (this) {
            namespace = getFullName();
            now = heap.entries();
        }
        entries.accept(new CollectionNamed(number, namespace));
        now.forEach(entries);
    }

    @Override
    public synchronized void drop() {
        heap.clear();
    }

    @Override
    public synchronized int count() {
        return heap.size();
    }

    public synchronized long dataBytes() {
        return heap.dataBytes();
    }
}
