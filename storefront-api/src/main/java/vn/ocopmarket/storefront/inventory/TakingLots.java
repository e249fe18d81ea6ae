package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Holds exactly the lots a movement names, those past their date and those called back too; all of them or none. */
final class TakingLots {

    private final TakingStock taking;
    private final StockLevels levels;
    private final Clock clock;

    TakingLots(TakingStock taking, StockLevels levels, Clock clock) {
        this.taking = taking;
        this.levels = levels;
        this.clock = clock;
    }

    /** May be repeated: what the movement has or had counts. */
    Mono<HoldOutcome> take(Movement movement, Instant until) {
        return Flux.fromIterable(movement.lines())
                .concatMap(line -> hold(movement, line, until))
                .collectList()
                .flatMap(held -> held.size() == movement.lines().size() ? Mono.just(new Held(held)) : refuse(movement));
    }

    /** Empty when the lot has too little. */
    private Mono<Take> hold(Movement movement, Movement.Line line, Instant until) {
        var id = line.at(movement.locationId()).id();
        var hold = new LevelChange.HoldLot(id, movement.id(), line.quantity(), until);
        return levels.apply(hold)
                .switchIfEmpty(Mono.defer(() -> owned(movement, line, id)))
                .switchIfEmpty(Mono.defer(() -> tidy(id).then(levels.apply(hold))))
                .map(level -> TakingStock.asTake(level, line.quantity()));
    }

    private Mono<StockLevel> owned(Movement movement, Movement.Line line, String levelId) {
        return levels.find(levelId).filter(level -> level.ownedBy(movement.id()) >= line.quantity());
    }

    /** Lets go of holds that ran out, so that the counter tells what can be had. */
    Mono<Void> tidy(String levelId) {
        return levels.find(levelId)
                .flatMapIterable(level -> level.expiredHolds(clock.instant()))
                .concatMap(hold -> levels.apply(
                        new LevelChange.ExpireHold(levelId, hold.owner(), hold.quantity(), hold.expiresAt())))
                .then();
    }

    private Mono<HoldOutcome> refuse(Movement movement) {
        var skus = movement.lines().stream().map(Movement.Line::sku).distinct().toList();
        return taking.release(movement.id(), skus)
                .thenMany(Flux.fromIterable(movement.lines()))
                .concatMap(line -> shortage(movement, line))
                .collectList()
                .map(shortages -> new HoldRefused(shortages.isEmpty() ? nothing(movement) : shortages));
    }

    /** Somebody gave back what was lacking a moment ago; whoever asks again may have it. */
    private static List<Shortage> nothing(Movement movement) {
        return movement.lines().stream()
                .map(line -> new Shortage(line.sku(), line.quantity(), 0))
                .toList();
    }

    private Mono<Shortage> shortage(Movement movement, Movement.Line line) {
        return levels.find(line.at(movement.locationId()).id())
                .map(level -> level.availableAt(clock.instant()))
                .defaultIfEmpty(0L)
                .filter(available -> available < line.quantity())
                .map(available -> new Shortage(line.sku(), line.quantity(), available));
    }
}
