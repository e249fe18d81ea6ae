package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the options of commands that would be ignored otherwise. */
final class OptionRules {

    private static final Set<String> TRANSACTIONAL = Set.of("startTransaction", "txnNumber", "autocommit");
    private static final Map<String, Set<String>> REFUSED = Map.of(
            "find", Set.of("min", "max", "returnKey", "showRecordId", "tailable", "awaitData", "let"),
            "findandmodify", Set.of("let"),
            "update", Set.of("let"),
            "delete", Set.of("let"),
            "aggregate", Set.of("let", "explain"));
    private static final Set<String> STATEMENT = Set.of("collation", "sort", "c");
    private static final Set<String> CREATE = Set.of(
            "create", "writeConcern", "comment", "lsid", "autoIndexId", "$db", "$clusterTime", "$readPreference");
    private static final Set<String> INDEX = Set.of(
            "key",
            "name",
            "unique",
            "sparse",
            "partialFilterExpression",
            "expireAfterSeconds",
            "background",
            "v",
            "ns");

    private OptionRules() {}

    static void check(String command, Document body) {
        for (Map.Entry<String, Object> option : body.entrySet()) {
            String name = option.getKey();
            if (TRANSACTIONAL.contains(name)) {
                throw new MongoServerError(
                        20,
                        "IllegalOperation",
                        "Transaction numbers are only allowed on a replica set member or mongos");
            }
            boolean refused = name.equals("collation")
                    || REFUSED.getOrDefault(command, Set.of()).contains(name)
                    || command.equals("create") && !CREATE.contains(name);
            if (refused && isSet(option.getValue())) {
                throw Replies.unsupported("the option " + name + " of " + command);
            }
        }
    }

    static void checkStatement(String command, Document statement) {
        for (String name : STATEMENT) {
            if (isSet(statement.get(name))) {
                throw Replies.unsupported("the option " + name + " of " + command);
            }
        }
    }

    static void checkIndex(Document index) {
        for (Map.Entry<String, Object> option : index.entrySet()) {
            if (!INDEX.contains(option.getKey()) && isSet(option.getValue())) {
                throw Replies.unsupported("the index option " + option.getKey());
            }
        }
        Document key = (Document) index.getOrDefault("key", new Document());
        for (Map.Entry<String, Object> part : key.entrySet()) {
            if (!(part.getValue() instanceof Number) || part.getKey().contains("$")) {
                throw Replies.unsupported("the index " + part.getKey() + ": " + part.getValue());
            }
        }
        if (key.isEmpty() || !(index.get("name") instanceof String)) {
            throw new MongoServerError(67, "CannotCreateIndex", "an index needs a key and a name");
        }
        if (index.containsKey("expireAfterSeconds") && key.size() > 1) {
            throw new MongoServerError(67, "CannotCreateIndex", "TTL indexes are single-field indexes");
        }
        if (index.get("partialFilterExpression") instanceof Document filter) {
            FilterRules.check(filter);
        }
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null
                && !Boolean.FALSE.equals(value)
                && !(value instanceof Document document && document.isEmpty());
    }
}
