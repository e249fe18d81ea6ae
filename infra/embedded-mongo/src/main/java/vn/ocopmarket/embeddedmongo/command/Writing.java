package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection.FindAndModifyPlanExecutorError;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import vn.ocopmarket.embeddedmongo.store.Modification;
import vn.ocopmarket.embeddedmongo.store.Modified;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.store.StoredCollection;

/** Commands that change documents; an ordered bulk stops at its first error, an unordered one goes on. */
final class Writing {

    private final Store store;

    Writing(Store store) {
        this.store = store;
    }

    Map<String, Command> commands() {
        return Map.of(
                "insert", this::insert,
                "update", this::update,
                "delete", this::delete,
                "findandmodify", this::findAndModify);
    }

    private Document insert(Request request) {
        StoredCollection collection = collection(request);
        int[] inserted = {0};
        List<Document> errors = forEach(request, "documents", (document, _) -> {
            collection.insert(document);
            inserted[0]++;
        });
        return reply(new Document("n", inserted[0]), errors);
    }

    private Document update(Request request) {
        StoredCollection collection = collection(request);
        int[] counts = {0, 0};
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = forEach(request, "updates", (statement, index) -> {
            Modified modified = update(collection, statement);
            counts[0] += modified.matched();
            counts[1] += modified.changed();
            if (modified.upserted() != null) {
                counts[0]++;
                upserted.add(new Document("index", index)
                        .append("_id", modified.upserted().get("_id")));
            }
        });
        Document reply = new Document("n", counts[0]).append("nModified", counts[1]);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        return reply(reply, errors);
    }

    private static Modified update(StoredCollection collection, Document statement) {
        OptionRules.checkStatement("update", statement);
        UpdateRules.check(statement.get("u"), Request.isTrue(statement.get("multi")));
        Modification modification = Modification.of(statement);
        FilterRules.check(modification.filter());
        try {
            return collection.update(modification);
        } catch (FindAndModifyPlanExecutorError e) {
            throw e.getCause();
        }
    }

    private Document delete(Request request) {
        StoredCollection collection = collection(request);
        int[] deleted = {0};
        List<Document> errors = forEach(request, "deletes", (statement, _) -> {
            OptionRules.checkStatement("delete", statement);
            Document filter = (Document) statement.getOrDefault("q", new Document());
            FilterRules.check(filter);
            boolean onlyOne = statement.get("limit") instanceof Number limit && limit.intValue() == 1;
            deleted[0] += collection.delete(filter, onlyOne);
        });
        return reply(new Document("n", deleted[0]), errors);
    }

    private Document findAndModify(Request request) {
        FilterRules.check(request.document("query"));
        ProjectionRules.checkSort(request.document("sort"));
        ProjectionRules.check(request.document("fields"));
        if (!request.isTrue("remove")) {
            UpdateRules.check(request.get("update"), false);
        }
        return Replies.ok(collection(request).findAndModify(request.body()));
    }

    private StoredCollection collection(Request request) {
        return store.database(request.database()).findOrCreate(request.collection());
    }

    private static List<Document> forEach(Request request, String field, ObjIntConsumer<Document> action) {
        boolean ordered = !Boolean.FALSE.equals(request.get("ordered"));
        List<Document> errors = new ArrayList<>();
        int index = 0;
        for (Document statement : request.documents(field)) {
            try {
                action.accept(statement, index);
            } catch (RuntimeException e) {
                errors.add(Replies.writeError(index, e));
                if (ordered) {
                    break;
                }
            }
            index++;
        }
        return errors;
    }

    private static Document reply(Document reply, List<Document> errors) {
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return Replies.ok(reply);
    }
}
