package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;

/** The side of a collection that the library's aggregation stages see; the commands of this server do not use it. */
abstract class LibraryCollection implements MongoCollection<StoredDocument> {

    private final UUID uuid = UUID.randomUUID();
    private volatile MongoDatabase database;
    private volatile String name;

    LibraryCollection(MongoDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    public abstract Stream<Document> documents(Query query);

    public abstract void insert(Document document);

    public abstract List<IndexSpec> indexes();

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Query query = new Query(
                parameters.getQuerySelector(),
                null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getProjection());
        return new QueryResult(documents(query).toList());
    }

    @Override
    public void addDocument(Document document) {
        insert(document);
    }

    @Override
    public List<Index<StoredDocument>> getIndexes() {
        return indexes().stream()
                .<Index<StoredDocument>>map(DescribedIndex::new)
                .toList();
    }

    @Override
    public int getNumIndexes() {
        return indexes().size();
    }

    @Override
    public UUID getUuid() {
        return uuid;
    }

    @Override
    public MongoDatabase getDatabase() {
        return database;
    }

    @Override
    public String getCollectionName() {
        return name;
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        database = newDatabase;
        name = newName;
    }

    @Override
    public String toString() {
        return getFullName();
    }

    @Override
    public void addIndex(Index<StoredDocument> index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeDocument(Document document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean ordered) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document updateDocuments(
            Document filter, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int deleteDocuments(Document filter, int limit, Oplog oplog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document handleDistinct(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document getStats() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Document validate() {
        throw new UnsupportedOperationException();
    }
}
