package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.index.Condition.Between;
import vn.ocopmarket.embeddedmongo.index.Condition.Bound;
import vn.ocopmarket.embeddedmongo.index.Condition.OneOf;
import vn.ocopmarket.embeddedmongo.index.Plan.Range;

/** How far the conditions of a filter lead into one index: equalities on its first parts, then one range. */
final class IndexUse<D> {

    private static final int MOST_RANGES = 256;

    private final OrderedIndex<D> index;
    private final List<KeyPart> parts;
    private final Conditions conditions;
    private final List<List<Object>> prefixes = new ArrayList<>(List.of(List.of()));
    private int equalities;
    private @Nullable Between range;

    IndexUse(OrderedIndex<D> index, Conditions conditions) {
        this.index = index;
        this.parts = index.spec().parts();
        this.conditions = conditions;
        boolean arrayUsed = false;
        while (equalities < parts.size()) {
            Condition condition = conditions.on(parts.get(equalities).path());
            boolean secondArray = arrayUsed && index.isArray(equalities);
            if (condition instanceof OneOf(List<Object> values) && !secondArray && multiply(values)) {
                arrayUsed |= index.isArray(equalities);
                equalities++;
            } else {
                range = condition instanceof Between between && !secondArray ? between : null;
                break;
            }
        }
    }

    boolean narrows() {
        return equalities > 0 || range != null;
    }

    boolean findsAtMostOne() {
        return index.spec().unique() && equalities == parts.size() && prefixes.size() == 1;
    }

    /** Null when the index does not hold every match. */
    @Nullable
    Plan<D> plan(@Nullable Document sort) {
        if (!narrows() && index.spec().sparse()) {
            return null;
        }
        Document partialFilter = index.spec().partialFilter();
        if (partialFilter != null && !conditions.imply(partialFilter)) {
            return null;
        }
        List<Range<D>> ranges = new ArrayList<>(prefixes.size());
        for (List<Object> prefix : prefixes) {
            Range<D> one = range(prefix);
            if (range == null || index.order().compare(one.from(), one.to()) < 0) {
                ranges.add(one);
            }
        }
        int direction = sort == null || prefixes.size() > 1 ? 0 : direction(sort);
        boolean exact = conditions.areOnlyEqualitiesOn(equalities) && !index.hasArrays();
        return new Plan<>(ranges, direction != 0, direction < 0, equalities, exact);
    }

    private boolean multiply(List<Object> values) {
        Collection<Object> distinct = values;
        if (values.size() > 1) {
            distinct = new TreeSet<>(BsonOrder::compare);
            distinct.addAll(values);
        }
        if (prefixes.size() * distinct.size() > MOST_RANGES) {
            return false;
        }
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> prefix : prefixes) {
            for (Object value : distinct) {
                longer.add(append(prefix, value));
            }
        }
        prefixes.clear();
        prefixes.addAll(longer);
        return true;
    }

    private Range<D> range(List<Object> prefix) {
        if (range == null) {
            return new Range<>(index, Key.before(prefix), Key.behind(prefix));
        }
        // Two elements of an array may meet one bound each, so only one of them narrows.
        Bound upper = index.isArray(equalities) && range.lower() != null ? null : range.upper();
        Bound lower =
                range.lower() == null && upper != null ? edge(BsonOrder.beginningOf(upper.value())) : range.lower();
        if (upper == null && lower != null) {
            upper = edge(BsonOrder.endOf(lower.value()));
        }
        boolean ascending = parts.get(equalities).ascending();
        Bound first = ascending ? lower : upper;
        Bound last = ascending ? upper : lower;
        Key<D> from = first == null
                ? Key.before(prefix)
                : first.inclusive()
                        ? Key.before(append(prefix, first.value()))
                        : Key.behind(append(prefix, first.value()));
        Key<D> to = last == null
                ? Key.behind(prefix)
                : last.inclusive()
                        ? Key.behind(append(prefix, last.value()))
                        : Key.before(append(prefix, last.value()));
        return new Range<>(index, from, to);
    }

    /** A query compares values of one type only: what has none, or one of another type, is no candidate. */
    private static @Nullable Bound edge(@Nullable Object edge) {
        return edge == null ? null : new Bound(edge, true);
    }

    /** 1 when the keys come in this order, -1 when they do backwards, 0 when they do not. */
    private int direction(Document sort) {
        int part = equalities;
        int direction = 0;
        for (Map.Entry<String, Object> wanted : sort.entrySet()) {
            if (isFixed(wanted.getKey())) {
                continue;
            }
            if (part >= parts.size() || !parts.get(part).path().equals(wanted.getKey()) || index.isArray(part)) {
                return 0;
            }
            boolean up = ((Number) Objects.requireNonNull(wanted.getValue())).intValue() > 0;
            int here = up == parts.get(part).ascending() ? 1 : -1;
            if (direction != 0 && direction != here) {
                return 0;
            }
            direction = here;
            part++;
        }
        return direction == 0 ? 1 : direction;
    }

    private boolean isFixed(String path) {
        for (int part = 0; part < equalities; part++) {
            if (parts.get(part).path().equals(path)) {
                return !index.isArray(part);
            }
        }
        return false;
    }

    private static List<Object> append(List<Object> prefix, Object value) {
        List<Object> longer = new ArrayList<>(prefix);
        longer.add(value);
        return longer;
    }
}
