package vn.ocopmarket.embeddedmongo.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an index: the key of one document, or a bound that lies before or behind all keys which start like it.
 *
 * @param owner the document, null for a bound
 * @param number orders documents with equal keys; for a bound -1 (before) or 1 (behind)
 */
record Key<D>(@Nullable Object[] values, @Nullable D owner, long number) {

    static <D> Key<D> before(List<? extends @Nullable Object> prefix) {
        return new Key<>(prefix.toArray(), null, -1);
    }

    static <D> Key<D> behind(List<? extends @Nullable Object> prefix) {
        return new Key<>(prefix.toArray(), null, 1);
    }

    boolean hasValuesOf(Key<?> other) {
        return order(values, other.values, null) == 0;
    }

    /** Orders keys part by part, descending where the index says so; bounds may be shorter than keys. */
    static <D> Comparator<Key<D>> order(List<KeyPart> parts) {
        boolean[] descending = new boolean[parts.size()];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = !parts.get(i).ascending();
        }
        return (a, b) -> {
            int order = order(a.values, b.values, descending);
            if (order != 0) {
                return order;
            }
            if (a.owner != null && b.owner != null) {
                return Long.compare(a.number, b.number);
            }
            // The shorter bound embraces everything that starts like it, also the longer bound.
            if (a.values.length != b.values.length) {
                return a.values.length < b.values.length ? Long.signum(a.number) : -Long.signum(b.number);
            }
            return Long.compare(a.side(), b.side());
        };
    }

    private long side() {
        return owner == null ? number : 0;
    }

    private static int order(@Nullable Object[] a, @Nullable Object[] b, boolean @Nullable [] descending) {
        int common = Math.min(a.length, b.length);
        for (int i = 0; i < common; i++) {
            int order = BsonOrder.compare(a[i], b[i]);
            if (order != 0) {
                return descending != null && descending[i] ? -order : order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
