package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.domain.Claiming;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;
import vn.ocopmarket.storefront.inventory.domain.TakePlan.Part;

/** Takes all lines or none, level by level: reads, plans, tries the changes, and reads again when somebody was quicker. */
final class TakingStock {

    /** Every lost race means that somebody else won one, so only a very hot SKU needs more than a few. */
    private static final int TRIES = 30;

    private final StockLevels levels;
    private final Locations locations;
    private final Clock clock;

    TakingStock(StockLevels levels, Locations locations, Clock clock) {
        this.levels = levels;
        this.locations = locations;
        this.clock = clock;
    }

    /**
     * Holds until a moment, or allocates when there is none.
     *
     * @param locationId the only location to take from, or null for all that sell online
     */
    Mono<HoldOutcome> take(
            String owner, Collection<StockLine> lines, @Nullable String locationId, @Nullable Instant until) {
        return attempt(new Wish(owner, StockLine.merged(lines), locationId, until), TRIES);
    }

    /** Gives back what an owner holds or has been allocated of these SKUs. */
    Mono<Void> release(String owner, Collection<String> skus) {
        return levels.ofSkus(skus)
                .filter(level -> level.heldBy(owner) + level.allocatedTo(owner) > 0)
                .concatMap(level -> Flux.fromIterable(releases(level, owner)).concatMap(levels::apply))
                .then();
    }

    private Mono<HoldOutcome> attempt(Wish wish, int triesLeft) {
        return visible(wish).flatMap(bySku -> {
            var changes = new ArrayList<LevelChange>();
            var takes = new ArrayList<Take>();
            var shortages = new ArrayList<Shortage>();
            for (var line : wish.lines()) {
                switch (claim(wish, line).over(bySku.getOrDefault(line.sku(), List.of()))) {
                    case Claiming.TooLittle(var available, var recalled) ->
                        shortages.add(new Shortage(line.sku(), line.quantity(), available, recalled));
                    case Claiming.Steps(var steps, var parts) -> {
                        changes.addAll(steps);
                        parts.forEach(part -> takes.add(asTake(part)));
                    }
                }
            }
            if (!shortages.isEmpty()) {
                return refuse(wish, bySku.values(), shortages);
            }
            return carryOut(changes).flatMap(done -> done ? Mono.just(new Held(takes)) : again(wish, triesLeft));
        });
    }

    private Mono<HoldOutcome> again(Wish wish, int triesLeft) {
        if (triesLeft > 0) {
            return attempt(wish, triesLeft - 1);
        }
        var shortages = wish.lines().stream()
                .map(line -> new Shortage(line.sku(), line.quantity(), 0))
                .toList();
        return release(wish.owner(), wish.skus()).thenReturn(new HoldRefused(shortages));
    }

    private Mono<HoldOutcome> refuse(Wish wish, Collection<Collection<StockLevel>> seen, List<Shortage> shortages) {
        var refused = new HoldRefused(shortages);
        var ownsSome = seen.stream()
                .flatMap(Collection::stream)
                .anyMatch(level -> level.heldBy(wish.owner()) + level.allocatedTo(wish.owner()) > 0);
        return ownsSome ? release(wish.owner(), wish.skus()).thenReturn(refused) : Mono.just(refused);
    }

    /** True when every change took effect; an expiry that somebody else tidied away counts as done. */
    private Mono<Boolean> carryOut(List<LevelChange> changes) {
        return Flux.fromIterable(changes)
                .concatMap(change -> levels.apply(change)
                        .hasElement()
                        .map(applied -> applied || change instanceof LevelChange.ExpireHold))
                .takeUntil(applied -> !applied)
                .all(applied -> applied);
    }

    private Mono<Map<String, Collection<StockLevel>>> visible(Wish wish) {
        var found = levels.ofSkus(wish.skus()).collectList().flatMapIterable(StockLevel::judged);
        if (wish.locationId() != null) {
            return found.filter(level -> level.locationId().equals(wish.locationId()))
                    .collectMultimap(StockLevel::sku);
        }
        var online =
                locations.all().filter(Location::sellsOnline).map(Location::id).collectList();
        return online.flatMap(
                ids -> found.filter(level -> ids.contains(level.locationId())).collectMultimap(StockLevel::sku));
    }

    private Claiming claim(Wish wish, StockLine line) {
        return new Claiming(wish.owner(), line.quantity(), wish.until(), LocalDate.now(clock), clock.instant());
    }

    private List<LevelChange> releases(StockLevel level, String owner) {
        var releases = new ArrayList<LevelChange>();
        if (level.heldBy(owner) > 0) {
            releases.add(new LevelChange.ReleaseHold(level.id(), owner, level.heldBy(owner)));
        }
        if (level.allocatedTo(owner) > 0) {
            var entry = new Entry(LedgerEntry.Type.RELEASE.name(), owner, clock.instant());
            releases.add(new LevelChange.ReleaseAllocation(level.id(), owner, level.allocatedTo(owner), entry));
        }
        return releases;
    }

    static Take asTake(Part part) {
        return asTake(part.level(), part.quantity());
    }

    static Take asTake(StockLevel level, long quantity) {
        return new Take(level.id(), level.locationId(), level.sku(), level.lot(), level.bestBefore(), quantity);
    }

    /** What is asked for, with merged and sorted lines. */
    private record Wish(
            String owner,
            List<StockLine> lines,
            @Nullable String locationId,
            @Nullable Instant until) {

        List<String> skus() {
            return lines.stream().map(StockLine::sku).toList();
        }
    }
}
