package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses filters with operators that are not known to work, also where no document would ever meet them. */
final class FilterRules {

    private static final Set<String> COMBINING = Set.of("$and", "$or", "$nor");
    private static final Set<String> PLAIN = Set.of(
            "$eq",
            "$ne",
            "$gt",
            "$gte",
            "$lt",
            "$lte",
            "$in",
            "$nin",
            "$exists",
            "$type",
            "$mod",
            "$regex",
            "$options",
            "$size",
            "$all",
            "$ref",
            "$id",
            "$db");

    private FilterRules() {}

    static void check(Document filter) {
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            String key = entry.getKey();
            if (COMBINING.contains(key)) {
                checkAll(key, entry.getValue());
            } else if (!key.startsWith("$")) {
                checkField(entry.getValue());
            } else if (!key.equals("$expr") && !key.equals("$comment")) {
                throw Replies.unsupported("the query operator " + key);
            }
        }
    }

    private static void checkAll(String operator, @Nullable Object filters) {
        if (!(filters instanceof Collection<?> all) || all.isEmpty()) {
            throw new BadValueException(operator + " must be a nonempty array");
        }
        for (Object one : all) {
            if (!(one instanceof Document filter)) {
                throw new BadValueException(operator + " entries need to be full objects");
            }
            check(filter);
        }
    }

    private static void checkField(@Nullable Object wanted) {
        if (!(wanted instanceof Document operators)) {
            return;
        }
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            String key = entry.getKey();
            if (!key.startsWith("$")) {
                return;
            }
            if (key.equals("$elemMatch") && entry.getValue() instanceof Document element) {
                checkElement(element);
            } else if (key.equals("$not")) {
                checkField(entry.getValue());
            } else if (!PLAIN.contains(key)) {
                throw Replies.unsupported("the query operator " + key);
            }
        }
    }

    private static void checkElement(Document element) {
        if (element.keySet().stream().anyMatch(key -> key.startsWith("$") && !COMBINING.contains(key))) {
            checkField(element);
        } else {
            check(element);
        }
    }
}
