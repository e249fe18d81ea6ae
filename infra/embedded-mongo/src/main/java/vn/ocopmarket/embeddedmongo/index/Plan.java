package vn.ocopmarket.embeddedmongo.index;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where to look.
 *
 * @param ranges parts of indexes; those of one index are disjoint
 * @param sorted whether the candidates come in the order the query asks for
 * @param backwards whether they do so from the end
 * @param equalities how many parts of the index hold one value each
 * @param exact whether every candidate matches, so that none has to be read to know
 */
public record Plan<D>(List<Range<D>> ranges, boolean sorted, boolean backwards, int equalities, boolean exact) {

    /** All keys of an index between two bounds. */
    record Range<D>(OrderedIndex<D> index, Key<D> from, Key<D> to) {}

    /** What one of several plans finds. */
    static <D> Plan<D> anyOf(List<Plan<D>> plans) {
        List<Range<D>> ranges =
                plans.stream().flatMap(plan -> plan.ranges.stream()).toList();
        return new Plan<>(ranges, false, false, 0, false);
    }

    /** All documents that can match, each once; lazily, so the collection must be guarded until the last is taken. */
    public Stream<D> candidates() {
        Stream<Key<D>> keys =
                ranges.size() == 1 ? keys(ranges.getFirst()) : ranges.stream().flatMap(this::keys);
        Stream<D> owners = keys.map(key -> Objects.requireNonNull(key.owner()));
        if (!mayRepeat()) {
            return owners;
        }
        Set<D> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return owners.filter(seen::add);
    }

    private boolean mayRepeat() {
        return ranges.stream()
                .anyMatch(range -> range.index().hasArrays()
                        || range.index() != ranges.getFirst().index()
                        || ranges.size() > 1 && !exact);
    }

    private Stream<Key<D>> keys(Range<D> range) {
        if (range.index().holdsAtMostOne(range.from(), range.to())) {
            return Stream.ofNullable(range.index().firstWithValuesOf(range.from()));
        }
        NavigableSet<Key<D>> keys = range.index().between(range.from(), range.to());
        return (backwards ? keys.descendingSet() : keys).stream();
    }

    /** How many keys it visits, counted up to a limit. */
    int size(int limit) {
        int size = 0;
        for (Range<D> range : ranges) {
            for (Key<D> _ : range.index().between(range.from(), range.to())) {
                if (++size >= limit) {
                    return size;
                }
            }
        }
        return size;
    }
}
