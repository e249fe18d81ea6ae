package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one index in order. It is computed from the documents and never stored. Not thread-safe: its collection
 * guards it.
 *
 * @param <D> what a key leads to
 */
public final class OrderedIndex<D> {

    private final IndexSpec spec;
    private final Comparator<Key<D>> order;
    private final NavigableSet<Key<D>> keys;
    private final @Nullable Set<String> roots;
    private final BitSet arrays = new BitSet();

    public OrderedIndex(IndexSpec spec) {
        this.spec = spec;
        this.order = Key.order(spec.parts());
        this.keys = new TreeSet<>(order);
        this.roots = spec.roots();
    }

    public IndexSpec spec() {
        return spec;
    }

    Comparator<Key<D>> order() {
        return order;
    }

    public int size() {
        return keys.size();
    }

    /** The keys a document would have here. */
    List<Key<D>> keysOf(Document document, D owner, long number) {
        if (!spec.admits(document)) {
            return List.of();
        }
        KeysOfDocument computed = KeysOfDocument.of(document, spec.parts());
        if (spec.sparse() && !computed.anyPresent()) {
            return List.of();
        }
        arrays.or(computed.arrays());
        List<Key<D>> result = new ArrayList<>(computed.keys().size());
        for (@Nullable Object[] values : computed.keys()) {
            result.add(new Key<>(values, owner, number));
        }
        return result;
    }

    /** Can this change not touch the keys, because no field they are made of is another? */
    boolean isUntouchedBy(Document before, Document after) {
        if (roots == null) {
            return false;
        }
        for (String root : roots) {
            Object old = before.getOrMissing(root);
            Object now = after.getOrMissing(root);
            if (old == null ? now != null : !old.equals(now)) {
                return false;
            }
        }
        return true;
    }

    /** The key of another document that would break uniqueness, if there is one. */
    @Nullable
    Key<D> conflict(List<Key<D>> wanted, @Nullable D self) {
        if (!spec.unique()) {
            return null;
        }
        for (Key<D> key : wanted) {
            Key<D> found = keys.ceiling(new Key<>(key.values(), null, -1));
            while (found != null && found.hasValuesOf(key)) {
                if (found.owner() != self) {
                    return found;
                }
                found = keys.higher(found);
            }
        }
        return null;
    }

    void addAll(List<Key<D>> added) {
        keys.addAll(added);
    }

    void removeAll(List<Key<D>> removed) {
        removed.forEach(keys::remove);
    }

    boolean holdsAtMostOne(Key<D> from, Key<D> to) {
        int whole = spec.parts().size();
        return spec.unique() && from.values().length == whole && to.values().length == whole && from.hasValuesOf(to);
    }

    @Nullable
    Key<D> firstWithValuesOf(Key<D> bound) {
        Key<D> found = keys.ceiling(bound);
        return found != null && found.hasValuesOf(bound) ? found : null;
    }

    NavigableSet<Key<D>> between(Key<D> from, Key<D> to) {
        return keys.subSet(from, true, to, true);
    }

    boolean isArray(int part) {
        return arrays.get(part);
    }

    boolean hasArrays() {
        return !arrays.isEmpty();
    }
}
