package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static vn.ocopmarket.storefront.inventory.mongo.ConditionalUpdate.when;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.held;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notOwnedBy;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notRecalled;
import static vn.ocopmarket.storefront.inventory.mongo.LevelEffects.drop;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.AVAILABLE;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.HOLDS;

import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Goods that are held for somebody for a while. */
final class HoldUpdates {

    private final LevelEffects effects;

    HoldUpdates(LevelEffects effects) {
        this.effects = effects;
    }

    ConditionalUpdate take(LevelChange.TakeHold take, Instant now) {
        return when(take, gte(AVAILABLE, take.quantity()), notOwnedBy(take.owner()), notRecalled())
                .then(hold(take.owner(), take.quantity(), take.expiresAt()), effects.tell(take, now));
    }

    /** Of a lot that was recalled too. */
    ConditionalUpdate hold(LevelChange.HoldLot hold, Instant now) {
        return when(hold, gte(AVAILABLE, hold.quantity()), notOwnedBy(hold.owner()))
                .then(hold(hold.owner(), hold.quantity(), hold.expiresAt()), effects.tell(hold, now));
    }

    private static Bson hold(String owner, long quantity, Instant expiresAt) {
        return combine(inc(AVAILABLE, -quantity), push(HOLDS, LevelDocuments.hold(owner, quantity, expiresAt)));
    }

    ConditionalUpdate extend(LevelChange.ExtendHold extend) {
        return when(extend, held(extend.owner(), extend.quantity()), notRecalled())
                .then(set("holds.$.expiresAt", Date.from(extend.expiresAt())));
    }

    ConditionalUpdate release(LevelChange.ReleaseHold release, Instant now) {
        return giveBack(release, held(release.owner(), release.quantity()), release.owner(), release.quantity(), now);
    }

    ConditionalUpdate expire(LevelChange.ExpireHold expire, Instant now) {
        var theHold = held(expire.owner(), expire.quantity(), expire.expiresAt());
        return giveBack(expire, theHold, expire.owner(), expire.quantity(), now);
    }

    private ConditionalUpdate giveBack(LevelChange change, Bson theHold, String owner, long quantity, Instant now) {
        return when(change, theHold).then(inc(AVAILABLE, quantity), drop(HOLDS, owner), effects.tell(change, now));
    }
}
