package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses updates this server cannot do: pipelines and operators that are not known to work. */
final class UpdateRules {

    private static final Set<String> OPERATORS = Set.of(
            "$set",
            "$unset",
            "$inc",
            "$mul",
            "$rename",
            "$min",
            "$max",
            "$currentDate",
            "$setOnInsert",
            "$push",
            "$addToSet",
            "$pop",
            "$pull",
            "$pullAll");

    private UpdateRules() {}

    static void check(@Nullable Object update, boolean multi) {
        if (!(update instanceof Document document)) {
            throw Replies.unsupported("an update by an aggregation pipeline");
        }
        boolean operators = false;
        for (String key : document.keySet()) {
            if (key.startsWith("$")) {
                operators = true;
                if (!OPERATORS.contains(key)) {
                    throw Replies.unsupported("the update operator " + key);
                }
            } else if (operators) {
                throw new FailedToParseException("the update mixes operators with the plain field " + key);
            }
        }
        if (multi && !operators) {
            throw new FailedToParseException("multi update is not supported for replacement-style update");
        }
    }
}
