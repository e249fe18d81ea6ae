package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static vn.ocopmarket.storefront.inventory.mongo.ConditionalUpdate.when;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.allocated;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.held;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notSettledIn;
import static vn.ocopmarket.storefront.inventory.mongo.LevelEffects.drop;
import static vn.ocopmarket.storefront.inventory.mongo.LevelEffects.settle;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATED;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATIONS;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.HOLDS;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ON_HAND;

import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Goods that leave. */
final class DepartureUpdates {

    private final LevelEffects effects;

    DepartureUpdates(LevelEffects effects) {
        this.effects = effects;
    }

    ConditionalUpdate ship(LevelChange.ShipAllocation ship) {
        return when(ship, allocated(ship.owner(), ship.quantity()))
                .then(
                        inc(ON_HAND, -ship.quantity()),
                        inc(ALLOCATED, -ship.quantity()),
                        drop(ALLOCATIONS, ship.owner()),
                        settle(ship.owner(), ship.quantity()),
                        effects.book(ship, ship.owner(), ship.entry(), -ship.quantity()));
    }

    ConditionalUpdate ship(LevelChange.ShipPart part) {
        var rest = part.allocated() - part.quantity();
        var settled = LevelDocuments.claim(part.owner(), part.quantity(), part.parcel());
        var conditional = when(part, allocated(part.owner(), part.allocated()), notSettledIn(part.parcel()))
                .then(
                        inc(ON_HAND, -part.quantity()),
                        inc(ALLOCATED, -part.quantity()),
                        rest == 0 ? drop(ALLOCATIONS, part.owner()) : set("allocations.$[mine].quantity", rest),
                        settle(settled),
                        effects.book(part, part.parcel(), part.entry(), -part.quantity()));
        return rest == 0 ? conditional : conditional.among(eq("mine.owner", part.owner()));
    }

    ConditionalUpdate ship(LevelChange.ShipHold ship) {
        return when(ship, held(ship.owner(), ship.quantity()))
                .then(
                        inc(ON_HAND, -ship.quantity()),
                        drop(HOLDS, ship.owner()),
                        settle(ship.owner(), ship.quantity()),
                        effects.book(ship, ship.owner(), ship.entry(), -ship.quantity()));
    }
}
