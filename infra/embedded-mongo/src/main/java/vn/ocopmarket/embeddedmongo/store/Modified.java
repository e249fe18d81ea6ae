package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an update came to.
 *
 * @param upserted the inserted document's {@code {_id: …}}, null when none was inserted
 */
public record Modified(int matched, int changed, @Nullable Document upserted) {

    static final Modified NOTHING = new Modified(0, 0, null);

    Modified plus(Modified other) {
        return new Modified(
                matched + other.matched, changed + other.changed, upserted == null ? other.upserted : upserted);
    }
}
