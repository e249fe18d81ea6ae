package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static vn.ocopmarket.storefront.inventory.mongo.ConditionalUpdate.when;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notSettledBy;
import static vn.ocopmarket.storefront.inventory.mongo.LevelEffects.settle;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATED;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ALLOCATIONS;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.AVAILABLE;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.BEST_BEFORE;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.HOLDS;
import static vn.ocopmarket.storefront.inventory.mongo.LevelFields.ON_HAND;

import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Goods that come, or that somebody counted or corrected. */
final class ArrivalUpdates {

    private final LevelEffects effects;

    ArrivalUpdates(LevelEffects effects) {
        this.effects = effects;
    }

    ConditionalUpdate put(LevelChange.Put put) {
        var place = put.place();
        var made = new ArrayList<Bson>(List.of(
                setOnInsert("locationId", place.locationId()),
                setOnInsert("sku", place.sku()),
                setOnInsert(ALLOCATED, 0L),
                setOnInsert(HOLDS, List.of()),
                setOnInsert(ALLOCATIONS, List.of())));
        if (place.lot() != null) {
            made.add(setOnInsert("lot", place.lot()));
        }
        if (place.bestBefore() != null) {
            // Of two dates for one lot the earlier is the safe one.
            made.add(min(BEST_BEFORE, place.bestBefore().toString()));
        }
        var change = combine(
                combine(made),
                inc(ON_HAND, put.quantity()),
                inc(AVAILABLE, put.quantity()),
                inc("version", 1L),
                settle(put.owner(), put.quantity()),
                effects.tell(put, put.owner(), put.entry(), put.quantity()));
        return new ConditionalUpdate(and(eq("_id", put.levelId()), notSettledBy(put.owner())), change, true, List.of());
    }

    ConditionalUpdate refill(LevelChange.Refill refill) {
        return when(refill, eq(ON_HAND, 0L), notSettledBy(refill.owner()))
                .then(
                        date(refill),
                        inc(ON_HAND, refill.quantity()),
                        inc(AVAILABLE, refill.quantity()),
                        settle(refill.owner(), refill.quantity()),
                        effects.tell(refill, refill.owner(), refill.entry(), refill.quantity()));
    }

    /** A lot keeps its date, and what comes back is of what was there; other goods without a date have none. */
    private static Bson date(LevelChange.Refill refill) {
        var place = refill.place();
        if (place.bestBefore() != null) {
            return set(BEST_BEFORE, place.bestBefore().toString());
        }
        var isKnown = place.lot() != null || refill.entry().type().equals(LedgerEntry.Type.RETURN.name());
        return isKnown ? combine() : unset(BEST_BEFORE);
    }

    ConditionalUpdate count(LevelChange.CountTo count) {
        var difference = count.counted() - count.seen();
        return when(count, eq(ON_HAND, count.seen()), gte(AVAILABLE, -difference), notSettledBy(count.owner()))
                .then(
                        inc(ON_HAND, difference),
                        inc(AVAILABLE, difference),
                        settle(count.owner(), difference),
                        effects.tell(count, count.owner(), count.entry(), difference));
    }

    ConditionalUpdate correct(LevelChange.Correct correct) {
        return when(correct, gte(AVAILABLE, -correct.quantity()), notSettledBy(correct.owner()))
                .then(
                        inc(ON_HAND, correct.quantity()),
                        inc(AVAILABLE, correct.quantity()),
                        settle(correct.owner(), correct.quantity()),
                        effects.tell(correct, correct.owner(), correct.entry(), correct.quantity()));
    }
}
