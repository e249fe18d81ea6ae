package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.embeddedmongo.index.Condition.OneOf;

/** The conditions every match of a filter must meet, by path: its own, those under $and, and those of $elemMatch. */
final class Conditions {

    private static final Document EXISTS = new Document("$exists", true);
    private static final DefaultQueryMatcher MATCHER = new DefaultQueryMatcher();

    private final Map<String, Condition> byPath = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> wanted = new LinkedHashMap<>();
    private boolean plainEqualities = true;

    Conditions(Document filter) {
        addAll(filter);
    }

    @Nullable
    Condition on(String path) {
        return byPath.get(path);
    }

    /** Is there nothing else in the filter than equalities on so many different paths? */
    boolean areOnlyEqualitiesOn(int paths) {
        return plainEqualities && wanted.size() == paths;
    }

    /** Does every document that meets these conditions also pass this filter? False when that is not plain to see. */
    boolean imply(Document partialFilter) {
        return partialFilter.entrySet().stream().allMatch(entry -> implies(entry.getKey(), entry.getValue()));
    }

    private boolean implies(String path, @Nullable Object required) {
        if (path.startsWith("$")) {
            return false;
        }
        if (wanted.getOrDefault(path, List.of()).stream().anyMatch(own -> Objects.equals(own, required))) {
            return true;
        }
        Condition condition = byPath.get(path);
        if (condition != null && EXISTS.equals(required)) {
            return true;
        }
        return condition instanceof OneOf(List<Object> values)
                && values.stream().allMatch(value -> passes(value, required));
    }

    private static boolean passes(Object value, @Nullable Object required) {
        return MATCHER.matches(new Document("value", value), new Document("value", required));
    }

    private void addAll(Document filter) {
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> all) {
                all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(this::addAll);
            } else if (!entry.getKey().startsWith("$")) {
                add(entry.getKey(), entry.getValue());
            } else {
                plainEqualities = false;
            }
        }
    }

    private void add(String path, @Nullable Object value) {
        plainEqualities &= !wanted.containsKey(path) && Condition.isPlainEquality(value);
        wanted.computeIfAbsent(path, _ -> new ArrayList<>(1)).add(value);
        if (value instanceof Document operators && operators.get("$elemMatch") instanceof Document element) {
            addElement(path, element);
        }
        Condition condition = Condition.of(value);
        if (condition != null) {
            byPath.merge(path, condition, (old, now) -> old instanceof OneOf ? old : now);
        }
    }

    private void addElement(String path, Document element) {
        for (Map.Entry<String, Object> entry : element.entrySet()) {
            Condition condition = entry.getKey().startsWith("$") ? null : Condition.of(entry.getValue());
            if (condition != null) {
                byPath.putIfAbsent(path + "." + entry.getKey(), condition);
            }
        }
    }
}
