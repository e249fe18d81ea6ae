package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.conversions.Bson;

/** What must hold of a level before it changes, or is read. */
final class LevelConditions {

    private LevelConditions() {}

    /** At one of these places; one is asked for by itself, so that its index is found. */
    static Bson isAt(Set<String> places) {
        return places.size() == 1 ? eq("locationId", places.iterator().next()) : in("locationId", places);
    }

    static Bson held(String owner, long quantity) {
        return elemMatch(LevelFields.HOLDS, and(eq("owner", owner), eq("quantity", quantity)));
    }

    static Bson held(String owner, long quantity, Instant expiresAt) {
        return elemMatch(
                LevelFields.HOLDS,
                and(eq("owner", owner), eq("quantity", quantity), eq("expiresAt", Date.from(expiresAt))));
    }

    static Bson allocated(String owner, long quantity) {
        return elemMatch(LevelFields.ALLOCATIONS, and(eq("owner", owner), eq("quantity", quantity)));
    }

    static Bson notOwnedBy(String owner) {
        return and(ne("holds.owner", owner), ne("allocations.owner", owner), notSettledBy(owner));
    }

    static Bson notRecalled() {
        return ne(LevelFields.RECALLED, true);
    }

    static Bson notSettledBy(String owner) {
        return ne("settled.owner", owner);
    }

    static Bson notSettledIn(String parcel) {
        return ne("settled.parcel", parcel);
    }
}
