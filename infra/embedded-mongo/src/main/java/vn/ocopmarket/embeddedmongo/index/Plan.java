package vn.ocopmarket.embeddedmongo.index;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where to look in one index.
 *
 * @param ranges pairs of bounds, disjoint
 * @param sorted whether the candidates come in the order the query asks for
 * @param backwards whether they do so from the end
 * @param exact whether every candidate matches, so that none has to be read to know
 */
public record Plan<D>(OrderedIndex<D> index, List<Range<D>> ranges, boolean sorted, boolean backwards, boolean exact) {

    record Range<D>(Key<D> from, Key<D> to) {}

    /** All documents that can match, each once; lazily, so the collection must be guarded until the last is taken. */
    public Stream<D> candidates() {
        Stream<Key<D>> keys =
                ranges.size() == 1 ? keys(ranges.getFirst()) : ranges.stream().flatMap(this::keys);
        Stream<D> owners = keys.map(key -> Objects.requireNonNull(key.owner()));
        if (!index.hasArrays()) {
            return owners;
        }
        Set<D> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return owners.filter(seen::add);
    }

    private Stream<Key<D>> keys(Range<D> range) {
        if (index.holdsAtMostOne(range.from(), range.to())) {
            return Stream.ofNullable(index.firstWithValuesOf(range.from()));
        }
        NavigableSet<Key<D>> keys = index.between(range.from(), range.to());
        return (backwards ? keys.descendingSet() : keys).stream();
    }

    /** How many keys it visits, counted up to a limit. */
    int size(int limit) {
        int size = 0;
        for (Range<D> range : ranges) {
            for (Key<D> _ : index.between(range.from(), range.to())) {
                if (++size >= limit) {
                    return size;
                }
            }
        }
        return size;
    }
}
