package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a filter says about one field, as far as an index can use it; candidates are matched again afterwards. */
sealed interface Condition {

    /** One of these values. */
    record OneOf(List<Object> values) implements Condition {}

    /** At least one of the bounds is there. */
    record Between(@Nullable Bound lower, @Nullable Bound upper) implements Condition {}

    /** A value and whether it is within. */
    record Bound(Object value, boolean inclusive) {}

    /** Null when an index is of no use for it: negations, null, whole arrays, regular expressions. */
    static @Nullable Condition of(@Nullable Object wanted) {
        if (!(wanted instanceof Document operators) || !isOperators(operators)) {
            return oneOf(wanted);
        }
        Condition equal = oneOf(operators.get("$eq"));
        if (equal != null) {
            return equal;
        }
        if (operators.get("$in") instanceof Collection<?> in) {
            List<Object> values =
                    in.stream().map(Condition::usable).filter(Objects::nonNull).toList();
            return values.size() == in.size() ? new OneOf(values) : null;
        }
        Bound lower = bound(operators, "$gte", "$gt");
        Bound upper = bound(operators, "$lte", "$lt");
        return lower == null && upper == null ? null : new Between(lower, upper);
    }

    /** Is it an equality with values of which an index tells all, so that nothing is left to be matched? */
    static boolean isPlainEquality(@Nullable Object wanted) {
        if (wanted instanceof Document operators) {
            return operators.size() == 1
                    && (isPlain(operators.get("$eq"))
                            || operators.get("$in") instanceof Collection<?> in
                                    && in.stream().allMatch(Condition::isPlain));
        }
        return isPlain(wanted);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof UUID;
    }

    static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private static @Nullable OneOf oneOf(@Nullable Object wanted) {
        Object value = usable(wanted);
        return value == null ? null : new OneOf(List.of(value));
    }

    private static @Nullable Bound bound(Document operators, String inclusive, String exclusive) {
        Object value = usable(operators.get(inclusive));
        if (value != null && !(value instanceof Document)) {
            return new Bound(value, true);
        }
        value = usable(operators.get(exclusive));
        return value == null || value instanceof Document ? null : new Bound(value, false);
    }

    private static @Nullable Object usable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> _ -> null;
            case BsonRegularExpression _ -> null;
            case Missing _ -> null;
            case MinKey _ -> null;
            case MaxKey _ -> null;
            case Document document -> BsonRegularExpression.isRegularExpression(document) ? null : document;
            default -> value;
        };
    }
}
