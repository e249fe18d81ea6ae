package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ocopmarket.embeddedmongo.store.Query;
import vn.ocopmarket.embeddedmongo.store.Store;
import vn.ocopmarket.embeddedmongo.store.StoredCollection;

/** Commands that only read. */
final class Reading {

    private final Store store;
    private final Cursors cursors;

    Reading(Store store, Cursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    Map<String, Command> commands() {
        return Map.of(
                "find", this::find,
                "count", this::count,
                "distinct", this::distinct,
                "getmore", this::getMore,
                "killcursors", this::killCursors);
    }

    private Document find(Request request) {
        Document filter = request.document("filter");
        Document sort = request.document("sort");
        Document projection = request.document("projection");
        FilterRules.check(filter);
        ProjectionRules.checkSort(sort);
        ProjectionRules.check(projection);
        int limit = request.number("limit", 0);
        Query query = new Query(filter, sort, request.number("skip", 0), Math.abs(limit), projection);
        StoredCollection collection = store.database(request.database()).find(request.collection());
        List<?> results = collection == null ? List.of() : collection.find(query);
        boolean only = limit < 0 || request.isTrue("singleBatch");
        return cursors.first(request.namespace(), results, Cursors.batchSize(request.body()), only);
    }

    private Document count(Request request) {
        Document filter = request.document("query");
        FilterRules.check(filter);
        StoredCollection collection = store.database(request.database()).find(request.collection());
        int limit = Math.abs(request.number("limit", 0));
        int count = collection == null ? 0 : collection.count(filter, request.number("skip", 0), limit);
        return Replies.ok(new Document("n", count));
    }

    private Document distinct(Request request) {
        Document filter = request.document("query");
        FilterRules.check(filter);
        String key = String.valueOf(request.get("key"));
        Set<Object> values = new TreeSet<>(ValueComparator.ascWithoutListHandling());
        StoredCollection collection = store.database(request.database()).find(request.collection());
        if (collection != null) {
            collection.documents(Query.all(filter)).forEach(document -> {
                Object value = Utils.getSubdocumentValueCollectionAware(document, key);
                if (value instanceof Collection<?> elements) {
                    elements.stream().filter(one -> !(one instanceof Missing)).forEach(values::add);
                } else if (!(value instanceof Missing)) {
                    values.add(value);
                }
            });
        }
        return Replies.ok(new Document("values", new ArrayList<>(values)));
    }

    private Document getMore(Request request) {
        long id = ((Number) request.body().getOrDefault(request.name(), 0L)).longValue();
        int batchSize = request.number("batchSize", 0);
        return cursors.next(id, batchSize <= 0 ? Integer.MAX_VALUE : batchSize);
    }

    private Document killCursors(Request request) {
        List<Object> killed = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        if (request.get("cursors") instanceof Collection<?> ids) {
            for (Object id : ids) {
                (cursors.kill(((Number) id).longValue()) ? killed : unknown).add(id);
            }
        }
        return Replies.ok(new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of()));
    }
}
