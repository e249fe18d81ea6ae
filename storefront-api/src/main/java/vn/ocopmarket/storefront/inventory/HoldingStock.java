package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.AllocateHold;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/**
 * Promises stock to an order: hold, then allocate, then hand over; or release. Every step may be repeated, after a crash at
 * any point too: what the order already has counts.
 */
public final class HoldingStock {

    /** A race is only with steps of the same order. */
    private static final int TRIES = 10;

    private final TakingStock taking;
    private final StockLevels levels;
    private final Clock clock;

    HoldingStock(TakingStock taking, StockLevels levels, Clock clock) {
        this.taking = taking;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * Holds all lines until a moment, or nothing; equal SKUs are merged. A cancelled call leaves at most holds that end by
     * themselves.
     *
     * @param locationId the only location to take from (pick-up), or null for all that sell online
     */
    public Mono<HoldOutcome> hold(
            String orderId, Collection<StockLine> lines, @Nullable String locationId, Instant expiresAt) {
        return taking.take(orderId, lines, locationId, expiresAt);
    }

    /**
     * Turns what the order holds into allocations; holds that ran out are taken again if there is stock, else the order
     * keeps nothing.
     *
     * @param held what {@link #hold} gave, which spares a read; may be empty
     */
    public Mono<HoldOutcome> allocate(
            String orderId, Collection<StockLine> lines, @Nullable String locationId, List<Take> held) {
        var again = Mono.defer(() -> taking.take(orderId, lines, locationId, null));
        if (held.isEmpty()) {
            return again;
        }
        return Flux.fromIterable(held)
                .concatMap(take -> levels.apply(new AllocateHold(take.levelId(), orderId, take.quantity()))
                        .hasElement())
                .all(allocated -> allocated)
                .flatMap(all -> all ? Mono.just(new Held(held)) : again);
    }

    /** Gives back all that the order holds or has been allocated of these SKUs; what has left stays gone. */
    public Mono<Void> release(String orderId, Collection<String> skus) {
        return taking.release(orderId, skus);
    }

    /** Whether nothing of what was allocated to the order has been called back since, anywhere. */
    public Mono<Boolean> mayLeave(String orderId, Collection<String> skus) {
        return mayLeave(orderId, skus, _ -> true);
    }

    /** The same for some of what was allocated to it. */
    public Mono<Boolean> mayLeave(String orderId, List<Take> goods) {
        var skus = goods.stream().map(Take::sku).distinct().toList();
        var places = goods.stream().map(Take::levelId).collect(Collectors.toSet());
        return mayLeave(orderId, skus, level -> places.contains(level.id()));
    }

    private Mono<Boolean> mayLeave(String orderId, Collection<String> skus, Predicate<StockLevel> leaves) {
        return levels.ofSkus(skus)
                .collectList()
                .map(all -> StockLevel.judged(all).stream()
                        .filter(level -> leaves.test(level) && level.allocatedTo(orderId) > 0)
                        .noneMatch(StockLevel::recalled));
    }

    /**
     * Goods that leave.
     *
     * @param rest how many units stay allocated to the order there once they left, and what left before them
     */
    public record Leaving(Take goods, long rest) {}

    /**
     * Some of what was allocated to the order leaves the shelf, once for each parcel: what is left allocated tells whether
     * it did, however long ago. Parcels are to be told in the order in which they left. Goods that the order has no more
     * are left out: the proof of stock tells of them.
     */
    public Mono<Void> ship(String orderId, String parcel, List<Leaving> goods) {
        return Flux.fromIterable(goods)
                .concatMap(leaving -> ship(orderId, parcel, leaving, TRIES))
                .then();
    }

    private Mono<Void> ship(String orderId, String parcel, Leaving leaving, int triesLeft) {
        return levels.find(leaving.goods().levelId())
                .filter(level -> !level.knowsParcel(parcel) && level.allocatedTo(orderId) > leaving.rest())
                .flatMap(level -> {
                    var allocated = level.allocatedTo(orderId);
                    var entry = new Entry(LedgerEntry.Type.SALE.name(), orderId, clock.instant());
                    var units = Math.min(leaving.goods().quantity(), allocated - leaving.rest());
                    return levels.apply(new LevelChange.ShipPart(level.id(), orderId, parcel, units, allocated, entry))
                            .hasElement()
                            .flatMap(done -> done ? Mono.<Void>empty() : again(orderId, parcel, leaving, triesLeft));
                });
    }

    private Mono<Void> again(String orderId, String parcel, Leaving leaving, int triesLeft) {
        return triesLeft > 0
                ? ship(orderId, parcel, leaving, triesLeft - 1)
                : Mono.error(new IllegalStateException("Parcel " + parcel + " is not booked yet"));
    }

    /**
     * Some of what was allocated to the order is free again, once for each cause: as with what leaves, what is left allocated
     * tells whether it is. It is to be freed before anything leaves that left after it was decided.
     */
    public Mono<Void> free(String orderId, String cause, List<Leaving> goods) {
        return Flux.fromIterable(goods)
                .concatMap(part -> free(orderId, cause, part, TRIES))
                .then();
    }

    private Mono<Void> free(String orderId, String cause, Leaving part, int triesLeft) {
        return levels.find(part.goods().levelId())
                .filter(level -> level.allocatedTo(orderId) > part.rest())
                .flatMap(level -> {
                    var allocated = level.allocatedTo(orderId);
                    var entry = new Entry(LedgerEntry.Type.RELEASE.name(), orderId, clock.instant());
                    var units = Math.min(part.goods().quantity(), allocated - part.rest());
                    return levels.apply(
                                    new LevelChange.ReleasePart(level.id(), orderId, cause, units, allocated, entry))
                            .hasElement()
                            .flatMap(done -> done
                                    ? Mono.<Void>empty()
                                    : triesLeft > 0
                                            ? free(orderId, cause, part, triesLeft - 1)
                                            : Mono.error(() -> new IllegalStateException(
                                                    cause + " of " + orderId + " is not free yet")));
                });
    }

    /** What was allocated to the order leaves the shelf: on hand goes down, a sale is in the ledger. */
    public Mono<Void> handOver(String orderId, Collection<String> skus) {
        return levels.ofSkus(skus)
                .filter(level -> level.allocatedTo(orderId) > 0)
                .concatMap(level -> levels.apply(new LevelChange.ShipAllocation(
                        level.id(),
                        orderId,
                        level.allocatedTo(orderId),
                        new Entry(LedgerEntry.Type.SALE.name(), orderId, clock.instant()))))
                .then();
    }
}
