package vn.ocopmarket.embeddedmongo.index;

import java.util.ArrayList;
import java.util.List;

/** What a change of one document means for the indexes: worked out and checked first, then made. */
public final class IndexChange<D> {

    private final List<Runnable> steps = new ArrayList<>();

    void replace(OrderedIndex<D> index, List<Key<D>> before, List<Key<D>> after) {
        steps.add(() -> {
            index.removeAll(before);
            index.addAll(after);
        });
    }

    public void make() {
        steps.forEach(Runnable::run);
    }
}
