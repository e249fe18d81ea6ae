package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import java.util.List;
import org.bson.conversions.Bson;
import vn.ocopmarket.outbox.Outbox;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/**
 * A change of a level whose filter is its precondition.
 *
 * @param upsert whether a missing level is made
 * @param among which elements of arrays the update means
 */
record ConditionalUpdate(Bson filter, Bson update, boolean upsert, List<Bson> among) {

    /** Of a level that is there, and has room to tell of it. */
    static Guarded when(LevelChange change, Bson... preconditions) {
        return new Guarded(and(eq("_id", change.levelId()), and(preconditions), Outbox.hasRoom()));
    }

    ConditionalUpdate among(Bson elements) {
        return new ConditionalUpdate(filter, update, upsert, List.of(elements));
    }

    /** The precondition of an update. */
    record Guarded(Bson filter) {

        ConditionalUpdate then(Bson... changes) {
            return new ConditionalUpdate(filter, combine(combine(changes), inc("version", 1L)), false, List.of());
        }
    }
}
