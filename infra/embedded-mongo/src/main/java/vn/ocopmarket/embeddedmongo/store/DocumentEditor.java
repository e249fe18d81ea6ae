package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library's update operators, upserts and projections, applied to one document that was found beforehand; it keeps
 * no documents itself. Editing is not thread-safe, projecting is.
 */
final class DocumentEditor extends AbstractMongoCollection<DocumentEditor.Outcome> {

    private static final Document EVERYTHING = new Document();

    private @Nullable Document found;
    private @Nullable Outcome outcome;

    /** What the edit comes to; the editor is told before it answers, and may be refused by an exception. */
    interface Outcome {

        void insert(Document document);

        void replace(Document before, Document after);

        void remove(Document document);
    }

    DocumentEditor(MongoDatabase database, String name) {
        super(database, name, CollectionOptions.withDefaults(), new CursorRegistry());
    }

    /** Does what a findAndModify command says to the found document, or to none; answers like that command. */
    Document edit(Document command, @Nullable Document document, Outcome then) {
        found = document;
        outcome = then;
        try {
            return findAndModify(command);
        } finally {
            found = null;
            outcome = null;
        }
    }

    Document project(Document document, Document projection) {
        return matchDocumentsFromStream(Stream.of(document), EVERYTHING, null, 0, 0, 0, projection)
                .iterator()
                .next();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return found == null ? new QueryResult() : new QueryResult(List.of(found));
    }

    @Override
    public void addDocument(Document document) {
        current().insert(document);
    }

    @Override
    protected void handleUpdate(Outcome position, Document before, Document after) {
        position.replace(before, after);
    }

    @Override
    public void removeDocument(Document document) {
        current().remove(document);
    }

    @Override
    protected Outcome findDocumentPosition(Document document) {
        return current();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    private Outcome current() {
        return Objects.requireNonNull(outcome);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Document getDocument(Outcome position) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected int getDataSize() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Outcome addDocumentInternal(Document document) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void removeDocument(Outcome position) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Stream<DocumentWithPosition<Outcome>> streamAllDocumentsWithPosition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int count() {
        throw new UnsupportedOperationException();
    }
}
