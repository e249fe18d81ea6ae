package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The indexes of one collection, kept in step with each other. Not thread-safe: its collection guards it. */
public final class Indexes<D> {

    private final Map<String, OrderedIndex<D>> byName = new LinkedHashMap<>();
    private final OrderedIndex<D> ids = new OrderedIndex<>(IndexSpec.ofId());

    public Indexes() {
        byName.put(IndexSpec.ID_INDEX, ids);
    }

    public Collection<OrderedIndex<D>> all() {
        return byName.values();
    }

    public @Nullable OrderedIndex<D> named(String name) {
        return byName.get(name);
    }

    /** Is there exactly this index already? Throws when there is one that only has the same name or the same key. */
    public boolean alreadyHas(IndexSpec wanted) {
        if (wanted.hasSameKey(ids.spec())) {
            return true;
        }
        for (OrderedIndex<D> index : byName.values()) {
            IndexSpec spec = index.spec();
            boolean sameName = spec.name().equals(wanted.name());
            if (spec.hasSameKey(wanted) && sameName && spec.hasSameOptions(wanted)) {
                return true;
            }
            if (sameName) {
                throw new MongoServerError(
                        86,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index but other options: " + spec.name());
            }
            if (spec.hasSameKey(wanted)) {
                throw new MongoServerError(
                        85, "IndexOptionsConflict", "Index already exists with a different name: " + spec.name());
            }
        }
        return false;
    }

    public void add(OrderedIndex<D> index) {
        byName.put(index.spec().name(), index);
    }

    public void drop(String name) {
        byName.remove(name);
    }

    /** Works out what inserting, replacing or deleting means. Throws {@link DuplicateKeyError}, changes nothing. */
    public IndexChange<D> change(
            String namespace, D owner, long number, @Nullable Document before, @Nullable Document after) {
        IndexChange<D> change = new IndexChange<>();
        for (OrderedIndex<D> index : byName.values()) {
            if (before == null || after == null || !index.isUntouchedBy(before, after)) {
                List<Key<D>> old = before == null ? List.of() : index.keysOf(before, owner, number);
                List<Key<D>> now = after == null ? List.of() : index.keysOf(after, owner, number);
                refuseDuplicate(namespace, index, now, owner);
                change.replace(index, old, now);
            }
        }
        return change;
    }

    /** Adds one document to an index that is being built. Throws {@link DuplicateKeyError}. */
    public static <D> void build(String namespace, OrderedIndex<D> index, D owner, long number, Document document) {
        List<Key<D>> keys = index.keysOf(document, owner, number);
        refuseDuplicate(namespace, index, keys, owner);
        index.addAll(keys);
    }

    private static <D> void refuseDuplicate(
            String namespace, OrderedIndex<D> index, List<Key<D>> wanted, @Nullable D self) {
        Key<D> conflict = index.conflict(wanted, self);
        if (conflict != null) {
            StringJoiner values = new StringJoiner(", ", "{ ", " }");
            for (int i = 0; i < conflict.values().length; i++) {
                values.add(index.spec().parts().get(i).path() + ": " + Json.toCompactJsonValue(conflict.values()[i]));
            }
            throw new DuplicateKeyError(namespace, index.spec().name() + " dup key: " + values);
        }
    }
}
