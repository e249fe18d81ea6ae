package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionDropped;
import vn.ocopmarket.embeddedmongo.journal.JournalEntry.CollectionNamed;

/** One database: its collections by name. What changes the catalogue of collections holds the recording's monitor. */
public final class StoredDatabase implements MongoDatabase {

    private static final int LONGEST_NAMESPACE = 255;

    private final String name;
    private final Recording recording;
    private final Map<String, StoredCollection> collections = new ConcurrentHashMap<>();

    StoredDatabase(String name, Recording recording) {
        this.name = name;
        this.recording = recording;
    }

    public Collection<StoredCollection> collections() {
        return collections.values();
    }

    public @Nullable StoredCollection find(String collection) {
        return collections.get(collection);
    }

    public StoredCollection findOrCreate(String collection) {
        StoredCollection found = collections.get(collection);
        if (found != null) {
            return found;
        }
        synchronized (recording) {
            return collections.computeIfAbsent(collection, this::create);
        }
    }

    StoredCollection loaded(String collection, int number) {
        StoredCollection loaded = new StoredCollection(this, collection, number, recording);
        collections.put(collection, loaded);
        return loaded;
    }

    private StoredCollection create(String collection) {
        String namespace = name + "." + collection;
        if (collection.isEmpty() || collection.contains("$") || namespace.length() > LONGEST_NAMESPACE) {
            throw new InvalidNamespaceError(namespace);
        }
        StoredCollection created = new StoredCollection(this, collection, recording.nextCollection(), recording);
        recording.record(new CollectionNamed(created.number(), namespace));
        return created;
    }

    /** Answers whether it was there. */
    public boolean drop(String collection) {
        StoredCollection dropped;
        synchronized (recording) {
            dropped = collections.remove(collection);
            if (dropped == null) {
                return false;
            }
            recording.record(new CollectionDropped(dropped.number()));
        }
        dropped.drop();
        return true;
    }

    @Override
    public MongoCollection<?> createCollectionOrThrowIfExists(String collection, CollectionOptions options) {
        if (collections.containsKey(collection)) {
            throw new NamespaceExistsException("Collection already exists. NS: " + name + "." + collection);
        }
        return findOrCreate(collection);
    }

    @Override
    public @Nullable MongoCollection<?> resolveCollection(String collection, boolean throwIfNotFound) {
        StoredCollection found = collections.get(collection);
        if (found == null && throwIfNotFound) {
            throw new MongoServerException("Collection [" + name + "." + collection + "] not found.");
        }
        return found;
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        boolean _ = drop(collection);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        StoredCollection moved = (StoredCollection) collection;
        String oldName = moved.getCollectionName();
        synchronized (recording) {
            recording.record(new CollectionNamed(moved.number(), name + "." + newName));
            from.unregisterCollection(oldName);
            moved.renameTo(this, newName);
            collections.put(newName, moved);
        }
    }

    @Override
    public void unregisterCollection(String collection) {
        collections.remove(collection);
    }

    void dropAll() {
        for (String collection : collections.keySet()) {
            boolean _ = drop(collection);
        }
    }

    @Override
    public void drop(Oplog oplog) {
        dropAll();
    }

    @Override
    public String getDatabaseName() {
        return name;
    }

    @Override
    public boolean isEmpty() {
        return collections.isEmpty();
    }

    @Override
    public void handleClose(Channel channel) {}

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new UnsupportedOperationException();
    }
}
