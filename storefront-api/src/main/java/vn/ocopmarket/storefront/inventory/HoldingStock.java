package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.AllocateHold;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;

/**
 * Promises stock to an order: hold, then allocate, then hand over; or release. Every step may be repeated, after a crash at
 * any point too: what the order already has counts.
 */
public final class HoldingStock {

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

    /** Whether nothing of what was allocated to the order has been called back since. */
    public Mono<Boolean> mayLeave(String orderId, Collection<String> skus) {
        return levels.ofSkus(skus)
                .filter(level -> level.allocatedTo(orderId) > 0)
                .all(level -> !level.recalled());
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
