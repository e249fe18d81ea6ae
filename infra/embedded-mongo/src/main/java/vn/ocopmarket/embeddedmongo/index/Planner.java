package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Chooses the index that visits the fewest keys for a filter, or gives the order that a limited query asks for. */
public final class Planner {

    /** Above this, counting costs more than it tells. */
    private static final int COUNTED = 256;

    private Planner() {}

    /** Null when all documents have to be looked at. */
    public static <D> @Nullable Plan<D> plan(
            Collection<OrderedIndex<D>> indexes, Document filter, @Nullable Document sort, boolean limited) {
        boolean ordered = sort != null && !sort.isEmpty();
        if (filter.isEmpty() && !ordered) {
            return null;
        }
        Conditions conditions = new Conditions(filter);
        Plan<D> best = null;
        int bestSize = Integer.MAX_VALUE;
        for (OrderedIndex<D> index : indexes) {
            IndexUse<D> use = new IndexUse<>(index, conditions);
            Plan<D> plan = use.plan(ordered ? sort : null);
            if (plan == null || !use.narrows() && !(plan.sorted() && limited)) {
                continue;
            }
            if (use.findsAtMostOne()) {
                return plan;
            }
            int size = use.narrows() ? plan.size(COUNTED) : COUNTED;
            if (best == null || isBetter(plan, size, best, bestSize, ordered && limited)) {
                best = plan;
                bestSize = size;
            }
        }
        return best;
    }

    private static boolean isBetter(Plan<?> plan, int size, Plan<?> best, int bestSize, boolean sortCounts) {
        if (size != bestSize || size < COUNTED) {
            return size < bestSize;
        }
        if (sortCounts && plan.sorted() != best.sorted()) {
            return plan.sorted();
        }
        return plan.index().spec().parts().size() > best.index().spec().parts().size();
    }
}
