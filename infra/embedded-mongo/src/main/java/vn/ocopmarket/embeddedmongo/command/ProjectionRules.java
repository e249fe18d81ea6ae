package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets through projections that include or exclude fields, slices among inclusions, and elements by a field. */
final class ProjectionRules {

    private ProjectionRules() {}

    static void check(Document projection) {
        boolean includes = projection.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals("_id") && isIncluded(entry.getValue()));
        for (Map.Entry<String, Object> entry : projection.entrySet()) {
            String path = entry.getKey();
            if (Arrays.asList(path.split("\\.", -1)).contains("$") || path.startsWith("$")) {
                throw Replies.unsupported("the positional projection " + path);
            }
            checkValue(path, entry.getValue(), includes);
        }
    }

    private static void checkValue(String path, @Nullable Object value, boolean includes) {
        if (value instanceof Number || value instanceof Boolean) {
            return;
        }
        if (value instanceof Document operator && operator.size() == 1) {
            if (includes && operator.containsKey("$slice")) {
                return;
            }
            if (operator.get("$elemMatch") instanceof Document element
                    && element.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
                FilterRules.check(element);
                return;
            }
        }
        throw Replies.unsupported("the projection of " + path + " by an expression");
    }

    private static boolean isIncluded(@Nullable Object value) {
        return value instanceof Boolean truth && truth || value instanceof Number number && number.doubleValue() != 0;
    }

    /** Refuses sorting by anything but fields. */
    static void checkSort(Document sort) {
        for (Map.Entry<String, Object> entry : sort.entrySet()) {
            if (!(entry.getValue() instanceof Number number) || !Set.of(1, -1).contains(number.intValue())) {
                throw Replies.unsupported("sorting " + entry.getKey() + " by anything but 1 or -1");
            }
        }
    }
}
