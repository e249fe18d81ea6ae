package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static vn.ocopmarket.storefront.inventory.mongo.ConditionalUpdate.when;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.allocated;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.held;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notOwnedBy;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notRecalled;
import static vn.ocopmarket.storefront.inventory.mongo.LevelEffects.drop;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATED;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATIONS;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.AVAILABLE;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.HOLDS;

import java.time.Instant;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Goods that belong to an order until they leave. */
final class AllocationUpdates {

    private final LevelEffects effects;

    AllocationUpdates(LevelEffects effects) {
        this.effects = effects;
    }

    ConditionalUpdate allocate(LevelChange.AllocateHold allocate) {
        return when(allocate, held(allocate.owner(), allocate.quantity()), notRecalled())
                .then(
                        inc(ALLOCATED, allocate.quantity()),
                        drop(HOLDS, allocate.owner()),
                        push(ALLOCATIONS, LevelDocuments.claim(allocate.owner(), allocate.quantity())));
    }

    ConditionalUpdate allocate(LevelChange.TakeAllocation take, Instant now) {
        return when(take, gte(AVAILABLE, take.quantity()), notOwnedBy(take.owner()), notRecalled())
                .then(
                        inc(AVAILABLE, -take.quantity()),
                        inc(ALLOCATED, take.quantity()),
                        push(ALLOCATIONS, LevelDocuments.claim(take.owner(), take.quantity())),
                        effects.tell(take, now));
    }

    ConditionalUpdate release(LevelChange.ReleaseAllocation release) {
        return when(release, allocated(release.owner(), release.quantity()))
                .then(
                        inc(ALLOCATED, -release.quantity()),
                        inc(AVAILABLE, release.quantity()),
                        drop(ALLOCATIONS, release.owner()),
                        effects.tell(release, release.owner(), release.entry(), 0));
    }

    ConditionalUpdate release(LevelChange.ReleasePart part) {
        var rest = part.allocated() - part.quantity();
        var conditional = when(part, allocated(part.owner(), part.allocated()))
                .then(
                        inc(ALLOCATED, -part.quantity()),
                        inc(AVAILABLE, part.quantity()),
                        rest == 0 ? drop(ALLOCATIONS, part.owner()) : set("allocations.$[mine].quantity", rest),
                        effects.tell(part, part.cause(), part.entry(), 0));
        return rest == 0 ? conditional : conditional.among(eq("mine.owner", part.owner()));
    }
}
