package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Updates.set;
import static vn.ocopmarket.storefront.inventory.mongo.ConditionalUpdate.when;
import static vn.ocopmarket.storefront.inventory.mongo.LevelConditions.notRecalled;

import java.time.Instant;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Each change as one conditional update. */
final class LevelUpdates {

    private final LevelEffects effects;
    private final HoldUpdates holds;
    private final AllocationUpdates allocations;
    private final DepartureUpdates departures;
    private final ArrivalUpdates arrivals;

    LevelUpdates(StockEvents events) {
        this.effects = new LevelEffects(events);
        this.holds = new HoldUpdates(effects);
        this.allocations = new AllocationUpdates(effects);
        this.departures = new DepartureUpdates(effects);
        this.arrivals = new ArrivalUpdates(effects);
    }

    ConditionalUpdate of(LevelChange change, Instant now) {
        return switch (change) {
            case LevelChange.TakeHold take -> holds.take(take, now);
            case LevelChange.HoldLot hold -> holds.hold(hold, now);
            case LevelChange.ExtendHold extend -> holds.extend(extend);
            case LevelChange.ReleaseHold release -> holds.release(release, now);
            case LevelChange.ExpireHold expire -> holds.expire(expire, now);
            case LevelChange.AllocateHold allocate -> allocations.allocate(allocate);
            case LevelChange.TakeAllocation take -> allocations.allocate(take, now);
            case LevelChange.ReleaseAllocation release -> allocations.release(release);
            case LevelChange.ReleasePart part -> allocations.release(part);
            case LevelChange.ShipAllocation ship -> departures.ship(ship);
            case LevelChange.ShipPart part -> departures.ship(part);
            case LevelChange.ShipHold ship -> departures.ship(ship);
            case LevelChange.Put put -> arrivals.put(put);
            case LevelChange.Refill refill -> arrivals.refill(refill);
            case LevelChange.Correct correct -> arrivals.correct(correct);
            case LevelChange.CountTo count -> arrivals.count(count);
            case LevelChange.Recall recall ->
                when(recall, notRecalled()).then(set(LevelFields.RECALLED, true), effects.tell(recall, now));
        };
    }
}
