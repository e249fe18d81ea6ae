package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the index that visits the fewest keys for a filter, or gives the order that a limited query asks for. */
public final class Planner {

    /** Above this, counting costs more than it tells. */
    private static final int COUNTED = 512;

    private Planner() {}

    /** Null when all documents have to be looked at. */
    public static <D> @Nullable Plan<D> plan(
            Collection<OrderedIndex<D>> indexes, Document filter, @Nullable Document sort, boolean limited) {
        boolean ordered = sort != null && !sort.isEmpty();
        if (filter.isEmpty() && !ordered) {
            return null;
        }
        Conditions conditions = new Conditions(filter);
        List<Plan<D>> narrowing = new ArrayList<>(2);
        Plan<D> ordering = null;
        for (OrderedIndex<D> index : indexes) {
            IndexUse<D> use = new IndexUse<>(index, conditions);
            if (use.narrows()) {
                Plan<D> plan = use.plan(ordered ? sort : null);
                if (plan != null && use.findsAtMostOne()) {
                    return plan;
                }
                if (plan != null) {
                    narrowing.add(plan);
                }
            } else if (ordered && limited && ordering == null) {
                Plan<D> plan = use.plan(sort);
                ordering = plan != null && plan.sorted() ? plan : null;
            }
        }
        if (narrowing.isEmpty()) {
            Plan<D> either = either(indexes, filter.get("$or"));
            if (either != null) {
                narrowing.add(either);
            }
        }
        if (ordering != null) {
            narrowing.add(ordering);
        }
        return smallest(narrowing, ordered && limited);
    }

    /** The plans of all alternatives together, when each has one. */
    private static <D> @Nullable Plan<D> either(Collection<OrderedIndex<D>> indexes, @Nullable Object alternatives) {
        if (!(alternatives instanceof Collection<?> filters)) {
            return null;
        }
        List<Plan<D>> plans = new ArrayList<>();
        for (Object alternative : filters) {
            Plan<D> plan = alternative instanceof Document filter ? plan(indexes, filter, null, false) : null;
            if (plan == null) {
                return null;
            }
            plans.add(plan);
        }
        return Plan.anyOf(plans);
    }

    private static <D> @Nullable Plan<D> smallest(List<Plan<D>> plans, boolean sortCounts) {
        if (plans.size() <= 1) {
            return plans.isEmpty() ? null : plans.getFirst();
        }
        Plan<D> best = plans.getFirst();
        int bestSize = best.size(COUNTED);
        for (Plan<D> plan : plans.subList(1, plans.size())) {
            int size = plan.size(COUNTED);
            if (isBetter(plan, size, best, bestSize, sortCounts)) {
                best = plan;
                bestSize = size;
            }
        }
        return best;
    }

    private static boolean isBetter(Plan<?> plan, int size, Plan<?> best, int bestSize, boolean sortCounts) {
        if (size != bestSize) {
            return size < bestSize;
        }
        if (sortCounts && plan.sorted() != best.sorted()) {
            return plan.sorted();
        }
        // Of what is too much to count the closer look is likely to visit less.
        return plan.equalities() > best.equalities();
    }
}
