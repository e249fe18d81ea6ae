package vn.ocopmarket.storefront.inventory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.PushOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.outbox.Outbox;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;

/** Each change as one conditional update: the filter is its precondition. */
final class LevelUpdates {

    private static final String AVAILABLE = "available";
    private static final String ALLOCATED = "allocated";
    private static final String ON_HAND = "onHand";
    private static final String HOLDS = "holds";
    private static final String ALLOCATIONS = "allocations";
    private static final String SETTLED = "settled";

    /** Longer than any retry of a step can be late. */
    private static final int REMEMBERED = 100;

    private final StockEvents events;

    LevelUpdates(StockEvents events) {
        this.events = events;
    }

    /** @param upsert whether a missing level is made */
    record Conditional(Bson filter, Bson update, boolean upsert) {}

    Conditional of(LevelChange change, Instant now) {
        return switch (change) {
            case LevelChange.TakeHold take -> take(take, now);
            case LevelChange.ExtendHold extend -> extend(extend);
            case LevelChange.ReleaseHold release ->
                giveBack(release, held(release.owner(), release.quantity()), release.owner(), release.quantity(), now);
            case LevelChange.ExpireHold expire ->
                giveBack(
                        expire,
                        held(expire.owner(), expire.quantity(), expire.expiresAt()),
                        expire.owner(),
                        expire.quantity(),
                        now);
            case LevelChange.AllocateHold allocate -> allocate(allocate);
            case LevelChange.TakeAllocation take -> allocate(take, now);
            case LevelChange.ReleaseAllocation release -> release(release);
            case LevelChange.ShipAllocation ship -> ship(ship);
            case LevelChange.ShipHold ship -> ship(ship);
            case LevelChange.Put put -> put(put);
            case LevelChange.Correct correct -> correct(correct);
            case LevelChange.CountTo count -> count(count);
            case LevelChange.Recall recall ->
                when(recall, notRecalled()).then(set(LevelDocuments.RECALLED, true), tell(recall, now));
        };
    }

    private Conditional take(LevelChange.TakeHold take, Instant now) {
        return when(take, gte(AVAILABLE, take.quantity()), notOwnedBy(take.owner()), notRecalled())
                .then(
                        inc(AVAILABLE, -take.quantity()),
                        push(HOLDS, LevelDocuments.hold(take.owner(), take.quantity(), take.expiresAt())),
                        tell(take, now));
    }

    private Conditional extend(LevelChange.ExtendHold extend) {
        return when(extend, held(extend.owner(), extend.quantity()), notRecalled())
                .then(set("holds.$.expiresAt", Date.from(extend.expiresAt())));
    }

    private Conditional giveBack(LevelChange change, Bson theHold, String owner, long quantity, Instant now) {
        return when(change, theHold).then(inc(AVAILABLE, quantity), drop(HOLDS, owner), tell(change, now));
    }

    private Conditional allocate(LevelChange.AllocateHold allocate) {
        return when(allocate, held(allocate.owner(), allocate.quantity()), notRecalled())
                .then(
                        inc(ALLOCATED, allocate.quantity()),
                        drop(HOLDS, allocate.owner()),
                        push(ALLOCATIONS, LevelDocuments.claim(allocate.owner(), allocate.quantity())));
    }

    private Conditional allocate(LevelChange.TakeAllocation take, Instant now) {
        return when(take, gte(AVAILABLE, take.quantity()), notOwnedBy(take.owner()), notRecalled())
                .then(
                        inc(AVAILABLE, -take.quantity()),
                        inc(ALLOCATED, take.quantity()),
                        push(ALLOCATIONS, LevelDocuments.claim(take.owner(), take.quantity())),
                        tell(take, now));
    }

    private Conditional release(LevelChange.ReleaseAllocation release) {
        return when(release, allocated(release.owner(), release.quantity()))
                .then(
                        inc(ALLOCATED, -release.quantity()),
                        inc(AVAILABLE, release.quantity()),
                        drop(ALLOCATIONS, release.owner()),
                        tell(release, release.owner(), release.entry(), 0));
    }

    private Conditional ship(LevelChange.ShipAllocation ship) {
        return when(ship, allocated(ship.owner(), ship.quantity()))
                .then(
                        inc(ON_HAND, -ship.quantity()),
                        inc(ALLOCATED, -ship.quantity()),
                        drop(ALLOCATIONS, ship.owner()),
                        settle(ship.owner(), ship.quantity()),
                        book(ship, ship.owner(), ship.entry(), -ship.quantity()));
    }

    private Conditional ship(LevelChange.ShipHold ship) {
        return when(ship, held(ship.owner(), ship.quantity()))
                .then(
                        inc(ON_HAND, -ship.quantity()),
                        drop(HOLDS, ship.owner()),
                        settle(ship.owner(), ship.quantity()),
                        book(ship, ship.owner(), ship.entry(), -ship.quantity()));
    }

    private Conditional correct(LevelChange.Correct correct) {
        return when(correct, gte(AVAILABLE, -correct.quantity()), notSettledBy(correct.owner()))
                .then(
                        inc(ON_HAND, correct.quantity()),
                        inc(AVAILABLE, correct.quantity()),
                        settle(correct.owner(), correct.quantity()),
                        tell(correct, correct.owner(), correct.entry(), correct.quantity()));
    }

    private Conditional put(LevelChange.Put put) {
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
            made.add(setOnInsert("bestBefore", place.bestBefore().toString()));
        }
        var change = combine(
                combine(made),
                inc(ON_HAND, put.quantity()),
                inc(AVAILABLE, put.quantity()),
                inc("version", 1L),
                settle(put.owner(), put.quantity()),
                tell(put, put.owner(), put.entry(), put.quantity()));
        return new Conditional(and(eq("_id", put.levelId()), notSettledBy(put.owner())), change, true);
    }

    private Conditional count(LevelChange.CountTo count) {
        var difference = count.counted() - count.seen();
        return when(count, eq(ON_HAND, count.seen()), gte(AVAILABLE, -difference), notSettledBy(count.owner()))
                .then(
                        inc(ON_HAND, difference),
                        inc(AVAILABLE, difference),
                        settle(count.owner(), difference),
                        tell(count, count.owner(), count.entry(), difference));
    }

    private Guarded when(LevelChange change, Bson... preconditions) {
        return new Guarded(and(eq("_id", change.levelId()), and(preconditions), Outbox.hasRoom()));
    }

    private Bson tell(LevelChange change, Instant now) {
        return Outbox.append(events.availability(change.levelId(), now));
    }

    private Bson tell(LevelChange change, String owner, Entry entry, long quantity) {
        return Outbox.append(
                events.ledger(change.levelId(), owner, entry, quantity),
                events.availability(change.levelId(), entry.at()));
    }

    private Bson book(LevelChange change, String owner, Entry entry, long quantity) {
        return Outbox.append(events.ledger(change.levelId(), owner, entry, quantity));
    }

    private static Bson settle(String owner, long quantity) {
        return pushEach(SETTLED, List.of(LevelDocuments.claim(owner, quantity)), new PushOptions().slice(-REMEMBERED));
    }

    private static Bson drop(String claims, String owner) {
        return pull(claims, new Document("owner", owner));
    }

    private static Bson held(String owner, long quantity) {
        return elemMatch(HOLDS, and(eq("owner", owner), eq("quantity", quantity)));
    }

    private static Bson held(String owner, long quantity, Instant expiresAt) {
        return elemMatch(
                HOLDS, and(eq("owner", owner), eq("quantity", quantity), eq("expiresAt", Date.from(expiresAt))));
    }

    private static Bson allocated(String owner, long quantity) {
        return elemMatch(ALLOCATIONS, and(eq("owner", owner), eq("quantity", quantity)));
    }

    private static Bson notOwnedBy(String owner) {
        return and(ne("holds.owner", owner), ne("allocations.owner", owner), notSettledBy(owner));
    }

    private static Bson notRecalled() {
        return ne(LevelDocuments.RECALLED, true);
    }

    private static Bson notSettledBy(String owner) {
        return ne("settled.owner", owner);
    }

    private record Guarded(Bson filter) {

        Conditional then(Bson... changes) {
            return new Conditional(filter, combine(combine(changes), inc("version", 1L)), false);
        }
    }
}
