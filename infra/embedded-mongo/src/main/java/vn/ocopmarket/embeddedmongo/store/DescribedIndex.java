package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import vn.ocopmarket.embeddedmongo.index.IndexSpec;

/** Tells the library's aggregation stages which indexes there are; it cannot be searched. */
final class DescribedIndex extends Index<StoredDocument> {

    private final boolean unique;

    DescribedIndex(IndexSpec spec) {
        super(
                spec.name(),
                spec.parts().stream()
                        .map(part -> new IndexKey(part.path(), part.ascending()))
                        .toList(),
                spec.sparse());
        this.unique = spec.unique();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public StoredDocument getPosition(Document document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoredDocument> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(Document document, StoredDocument position, MongoCollection<StoredDocument> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredDocument remove(Document document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<StoredDocument> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getDataSize() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoredDocument> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void updateInPlace(
            Document before, Document after, StoredDocument position, MongoCollection<StoredDocument> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drop() {
        throw new UnsupportedOperationException();
    }
}
