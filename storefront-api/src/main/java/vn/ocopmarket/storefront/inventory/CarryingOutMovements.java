package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Entry;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.Place;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** The steps of each kind of movement; each step can be repeated, because a level remembers whose it was. */
final class CarryingOutMovements {

    /** Goods that leave are held first, so that a line that is refused leaves nothing half sold. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    private final TakingStock taking;
    private final StockLevels levels;
    private final Clock clock;

    CarryingOutMovements(TakingStock taking, StockLevels levels, Clock clock) {
        this.taking = taking;
        this.levels = levels;
        this.clock = clock;
    }

    Mono<MovementOutcome> carryOut(Movement movement) {
        return switch (movement.kind()) {
            case RECEIPT -> arrive(movement, LedgerEntry.Type.RECEIPT);
            case RETURN -> arrive(movement, LedgerEntry.Type.RETURN);
            case SALE -> leave(movement, LedgerEntry.Type.SALE).map(taken -> outcome(movement, taken));
            case TRANSFER -> transfer(movement);
            case ADJUSTMENT -> eachLine(movement, this::adjust);
            case COUNT -> eachLine(movement, this::count);
        };
    }

    private Mono<MovementOutcome> arrive(Movement movement, LedgerEntry.Type type) {
        return Flux.fromIterable(movement.lines())
                .concatMap(line -> put(
                        movement,
                        new Place(movement.locationId(), line.sku(), line.lot(), line.bestBefore()),
                        line.quantity(),
                        type))
                .then(Mono.just(new Moved(movement)));
    }

    private Mono<StockLevel> put(Movement movement, Place place, long quantity, LedgerEntry.Type type) {
        return levels.apply(new LevelChange.Put(place, movement.id(), quantity, entry(movement, type)));
    }

    private Mono<MovementOutcome> transfer(Movement movement) {
        var to = movement.toLocationId() == null ? movement.locationId() : movement.toLocationId();
        return leave(movement, LedgerEntry.Type.TRANSFER_OUT).flatMap(taken -> switch (taken) {
            case HoldRefused _ -> Mono.just(outcome(movement, taken));
            case Held(var takes) ->
                Flux.fromIterable(takes)
                        .concatMap(take -> put(
                                movement,
                                new Place(to, take.sku(), take.lot(), take.bestBefore()),
                                take.quantity(),
                                LedgerEntry.Type.TRANSFER_IN))
                        .then(Mono.just(outcome(movement, taken)));
        });
    }

    private Mono<HoldOutcome> leave(Movement movement, LedgerEntry.Type type) {
        var lines = movement.lines().stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
        var until = clock.instant().plus(HOLD);
        return taking.take(movement.id(), lines, movement.locationId(), until).flatMap(taken -> switch (taken) {
            case HoldRefused _ -> Mono.just(taken);
            case Held(var takes) ->
                Flux.fromIterable(takes)
                        .concatMap(take -> ship(movement, take, type))
                        .then(Mono.just(taken));
        });
    }

    /** Fails when the hold ran out and was tidied away between the steps; then the whole is tried again. */
    private Mono<Boolean> ship(Movement movement, Take take, LedgerEntry.Type type) {
        var change = new LevelChange.ShipHold(take.levelId(), movement.id(), take.quantity(), entry(movement, type));
        return levels.apply(change)
                .switchIfEmpty(levels.find(take.levelId()).filter(level -> level.settledBy(movement.id()) > 0))
                .hasElement()
                .filter(shipped -> shipped)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("A hold of a movement ran out on its way")));
    }

    private Mono<MovementOutcome> eachLine(Movement movement, LineStep step) {
        return Flux.fromIterable(movement.lines())
                .concatMap(line -> step.apply(movement, line))
                .collectList()
                .map(shortages -> shortages.isEmpty() ? new Moved(movement) : new NotEnough(shortages));
    }

    /** Empty when it is done. */
    private Mono<Shortage> adjust(Movement movement, Movement.Line line) {
        var place = new Place(movement.locationId(), line.sku(), line.lot(), line.bestBefore());
        var entry = entry(movement, LedgerEntry.Type.ADJUSTMENT);
        if (line.quantity() >= 0) {
            return levels.apply(new LevelChange.Put(place, movement.id(), line.quantity(), entry))
                    .then(Mono.empty());
        }
        var change = new LevelChange.Correct(place.levelId(), movement.id(), line.quantity(), entry);
        return tidied(place.levelId())
                .then(levels.apply(change))
                .hasElement()
                .flatMap(done -> done ? Mono.empty() : shortage(movement, place, -line.quantity()));
    }

    /** Empty when it is done. */
    private Mono<Shortage> count(Movement movement, Movement.Line line) {
        var place = new Place(movement.locationId(), line.sku(), line.lot(), line.bestBefore());
        var entry = entry(movement, LedgerEntry.Type.COUNT);
        return tidied(place.levelId())
                .then(levels.find(place.levelId()))
                .<LevelChange>map(level ->
                        new LevelChange.CountTo(level.id(), movement.id(), level.onHand(), line.quantity(), entry))
                .defaultIfEmpty(new LevelChange.Put(place, movement.id(), line.quantity(), entry))
                .flatMap(levels::apply)
                .hasElement()
                .flatMap(done -> done ? Mono.just(true) : settled(movement, place))
                .repeat(3)
                .takeUntil(done -> done)
                .any(done -> done)
                .flatMap(done -> done ? Mono.empty() : shortage(movement, place, line.quantity()));
    }

    private Mono<Shortage> shortage(Movement movement, Place place, long requested) {
        return settled(movement, place)
                .filter(done -> !done)
                .flatMap(_ -> levels.find(place.levelId())
                        .map(level -> level.availableAt(clock.instant()))
                        .defaultIfEmpty(0L))
                .map(available -> new Shortage(place.sku(), requested, available));
    }

    private Mono<Boolean> settled(Movement movement, Place place) {
        return levels.find(place.levelId())
                .map(level ->
                        level.settled().stream().anyMatch(claim -> claim.owner().equals(movement.id())))
                .defaultIfEmpty(false);
    }

    private Mono<Void> tidied(String levelId) {
        return levels.find(levelId)
                .flatMapIterable(level -> level.expiredHolds(clock.instant()))
                .concatMap(hold -> levels.apply(
                        new LevelChange.ExpireHold(levelId, hold.owner(), hold.quantity(), hold.expiresAt())))
                .then();
    }

    private Entry entry(Movement movement, LedgerEntry.Type type) {
        return new Entry(type.name(), movement.id(), movement.at());
    }

    private static MovementOutcome outcome(Movement movement, HoldOutcome taken) {
        return switch (taken) {
            case Held _ -> new Moved(movement);
            case HoldRefused(List<Shortage> shortages) -> new NotEnough(shortages);
        };
    }

    @FunctionalInterface
    private interface LineStep {
        Mono<Shortage> apply(Movement movement, Movement.Line line);
    }
}
