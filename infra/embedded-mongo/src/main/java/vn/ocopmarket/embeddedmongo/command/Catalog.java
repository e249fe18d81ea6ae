package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NamespaceExistsException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.store.StoredCollection;
import vn.ocopmarket.embeddedmongo.store.StoredDatabase;

/** Commands about databases, collections and indexes. */
final class Catalog {

    private final Store store;
    private final Cursors cursors;

    Catalog(Store store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    Map<String, Command> commands() {
        return Map.of(
                "create", this::create,
                "drop", this::drop,
                "dropdatabase", this::dropDatabase,
                "createindexes", this::createIndexes,
                "dropindexes", this::dropIndexes,
                "listindexes", this::listIndexes,
                "listcollections", this::listCollections,
                "listdatabases", this::listDatabases,
                "renamecollection", this::renameCollection);
    }

    private Document create(Request request) {
        var _ = store.database(request.database()).createCollectionOrThrowIfExists(request.collection());
        return Replies.ok();
    }

    private Document drop(Request request) {
        if (!store.database(request.database()).drop(request.collection())) {
            throw notFound(request.namespace());
        }
        return Replies.ok(new Document("ns", request.namespace()));
    }

    private Document dropDatabase(Request request) {
        store.dropDatabase(request.database());
        return Replies.ok(new Document("dropped", request.database()));
    }

    private Document createIndexes(Request request) {
        List<Document> wanted = request.documents("indexes");
        wanted.forEach(OptionRules::checkIndex);
        StoredCollection collection = store.database(request.database()).findOrCreate(request.collection());
        int before = collection.indexes().size();
        for (Document description : wanted) {
            Document clean = description.clone();
            clean.remove("ns");
            clean.remove("background");
            clean.put("v", 2);
            collection.makeIndex(IndexSpec.of(clean));
        }
        return Replies.ok(new Document("numIndexesBefore", before)
                .append("numIndexesAfter", collection.indexes().size())
                .append("createdCollectionAutomatically", false));
    }

    private Document dropIndexes(Request request) {
        StoredCollection collection = existing(request.database(), request.collection());
        Object index = request.get("index");
        int before = collection.indexes().size();
        for (IndexSpec spec : collection.indexes()) {
            boolean isId = spec.name().equals(IndexSpec.ID_INDEX);
            boolean named = spec.name().equals(index)
                    || spec.description().getOrMissing("key").equals(index);
            if (named && isId) {
                throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
            }
            if (named || "*".equals(index) && !isId) {
                collection.dropIndex(spec.name());
            }
        }
        if (collection.indexes().size() == before && !"*".equals(index)) {
            throw new IndexNotFoundException("index not found with name [" + index + "]");
        }
        return Replies.ok(new Document("nIndexesWas", before));
    }

    private Document listIndexes(Request request) {
        List<Document> listed = existing(request.database(), request.collection()).indexes().stream()
                .map(IndexSpec::listed)
                .toList();
        return cursors.first(request.namespace(), listed, Integer.MAX_VALUE, true);
    }

    private Document listCollections(Request request) {
        Document filter = request.document("filter");
        FilterRules.check(filter);
        List<Document> listed = store.database(request.database()).collections().stream()
                .map(Catalog::described)
                .filter(one -> new DefaultQueryMatcher().matches(one, filter))
                .sorted(Comparator.comparing(one -> String.valueOf(one.get("name"))))
                .toList();
        return cursors.first(request.database() + ".$cmd.listCollections", listed, Integer.MAX_VALUE, true);
    }

    private static Document described(StoredCollection collection) {
        return new Document("name", collection.getCollectionName())
                .append("type", "collection")
                .append("options", new Document())
                .append("info", new Document("readOnly", false).append("uuid", collection.getUuid()))
                .append("idIndex", IndexSpec.ofId().listed());
    }

    private Document listDatabases(Request request) {
        Document filter = request.document("filter");
        FilterRules.check(filter);
        List<Document> listed = store.databases().values().stream()
                .filter(database -> !database.isEmpty())
                .map(database -> new Document("name", database.getDatabaseName())
                        .append("sizeOnDisk", bytes(database))
                        .append("empty", false))
                .filter(one -> new DefaultQueryMatcher().matches(one, filter))
                .toList();
        return Replies.ok(new Document("databases", listed)
                .append("totalSize", store.log().bytes()));
    }

    private static long bytes(StoredDatabase database) {
        return database.collections().stream()
                .mapToLong(StoredCollection::dataBytes)
                .sum();
    }

    private Document renameCollection(Request request) {
        String from = request.collection();
        String to = String.valueOf(request.get("to"));
        StoredDatabase source = store.database(databaseOf(from));
        StoredDatabase target = store.database(databaseOf(to));
        StoredCollection collection = existing(source.getDatabaseName(), collectionOf(from));
        if (from.equals(to)) {
            return Replies.ok();
        }
        if (target.find(collectionOf(to)) != null) {
            if (!request.isTrue("dropTarget")) {
                throw new NamespaceExistsException("target namespace exists");
            }
            boolean _ = target.drop(collectionOf(to));
        }
        target.moveCollection(source, collection, collectionOf(to));
        return Replies.ok();
    }

    private StoredCollection existing(String database, String collection) {
        @Nullable StoredCollection found = store.database(database).find(collection);
        if (found == null) {
            throw notFound(database + "." + collection);
        }
        return Objects.requireNonNull(found);
    }

    private static MongoServerError notFound(String namespace) {
        return new MongoServerError(26, "NamespaceNotFound", "ns not found: " + namespace);
    }

    private static String databaseOf(String namespace) {
        return namespace.substring(0, Math.max(0, namespace.indexOf('.')));
    }

    private static String collectionOf(String namespace) {
        return namespace.substring(namespace.indexOf('.') + 1);
    }
}
