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

    /**
     * Goods that leave are held first, so that a line that is refused leaves nothing half sold. Whoever goes on after a crash
     * has to find the rest still held, and always ends the movement, so the time may be long.
     */
    private static final Duration HOLD = Duration.ofDays(1);

    private final TakingStock taking;
    private final TakingLots lots;
    private final StockLevels levels;
    private final CalledBackLots calledBackLots;
    private final Clock clock;

    CarryingOutMovements(TakingStock taking, StockLevels levels, Clock clock) {
        this.taking = taking;
        this.lots = new TakingLots(taking, levels, clock);
        this.levels = levels;
        this.calledBackLots = new CalledBackLots(levels);
        this.clock = clock;
    }

    Mono<MovementOutcome> carryOut(Movement movement) {
        return switch (movement.kind()) {
            case RECEIPT -> arrive(movement, LedgerEntry.Type.RECEIPT);
            case RETURN -> arrive(movement, LedgerEntry.Type.RETURN);
            case SALE -> leave(movement, LedgerEntry.Type.SALE).map(taken -> outcome(movement, taken));
            case TRANSFER, RELOCATION -> transfer(movement);
            case ADJUSTMENT -> eachLine(movement, (all, line) -> correct(all, line, LedgerEntry.Type.ADJUSTMENT));
            case COUNT -> eachLine(movement, this::count);
            case COUNT_DIFFERENCE -> eachLine(movement, (all, line) -> correct(all, line, LedgerEntry.Type.COUNT));
        };
    }

    private Mono<MovementOutcome> arrive(Movement movement, LedgerEntry.Type type) {
        return Flux.fromIterable(movement.lines())
                .concatMap(line -> put(movement, line.arrivesAt(movement.locationId()), line.quantity(), type))
                .then(Mono.just(new Moved(movement, List.of())));
    }

    private Mono<StockLevel> put(Movement movement, Place place, long quantity, LedgerEntry.Type type) {
        var entry = entry(movement, type);
        return levels.apply(new LevelChange.Refill(place, movement.id(), quantity, entry))
                .switchIfEmpty(
                        Mono.defer(() -> levels.apply(new LevelChange.Put(place, movement.id(), quantity, entry))))
                .flatMap(level -> calledBack(place).thenReturn(level))
                .switchIfEmpty(Mono.defer(() -> calledBack(place).then(Mono.empty())));
    }

    /** A lot that was called back stays so wherever it goes. */
    private Mono<Void> calledBack(Place place) {
        var lot = place.lot();
        return lot == null
                ? Mono.empty()
                : calledBackLots
                        .of(place.sku())
                        .map(lots -> lots.contains(lot))
                        .filter(isCalledBack -> isCalledBack)
                        .flatMap(_ -> levels.apply(new LevelChange.Recall(place.levelId())))
                        .then();
    }

    private Mono<MovementOutcome> transfer(Movement movement) {
        var to = movement.toLocationId() == null ? movement.locationId() : movement.toLocationId();
        return leave(movement, LedgerEntry.Type.TRANSFER_OUT).flatMap(taken -> switch (taken) {
            case HoldRefused _ -> Mono.just(outcome(movement, taken));
            case Held(var takes) ->
                Flux.fromIterable(takes)
                        .concatMap(take -> arrive(movement, take, to))
                        .then(Mono.just(outcome(movement, taken)));
        });
    }

    private Mono<Void> arrive(Movement movement, Take take, String to) {
        var place = new Place(to, take.sku(), take.lot(), take.ownership(), take.bestBefore());
        return put(movement, place, take.quantity(), LedgerEntry.Type.TRANSFER_IN)
                .then();
    }

    private Mono<HoldOutcome> leave(Movement movement, LedgerEntry.Type type) {
        var lines = movement.lines().stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
        var until = clock.instant().plus(HOLD);
        var held = movement.kind() == Movement.Kind.RELOCATION
                ? lots.take(movement, until)
                : taking.take(movement.id(), lines, movement.locationId(), until);
        return held.flatMap(taken -> switch (taken) {
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
                .map(shortages -> shortages.isEmpty() ? new Moved(movement, List.of()) : new NotEnough(shortages));
    }

    /** Empty when it is done. */
    private Mono<Shortage> correct(Movement movement, Movement.Line line, LedgerEntry.Type type) {
        var place = line.arrivesAt(movement.locationId());
        var entry = entry(movement, type);
        if (line.quantity() >= 0) {
            return levels.apply(new LevelChange.Put(place, movement.id(), line.quantity(), entry))
                    .then(Mono.empty());
        }
        var change = new LevelChange.Correct(place.levelId(), movement.id(), line.quantity(), entry);
        return lots.tidy(place.levelId())
                .then(levels.apply(change))
                .hasElement()
                .flatMap(done -> done ? Mono.empty() : shortage(movement, place, -line.quantity()));
    }

    /** Empty when it is done. */
    private Mono<Shortage> count(Movement movement, Movement.Line line) {
        var place = line.arrivesAt(movement.locationId());
        var entry = entry(movement, LedgerEntry.Type.COUNT);
        return lots.tidy(place.levelId())
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

    private Entry entry(Movement movement, LedgerEntry.Type type) {
        var reason = movement.reason();
        return new Entry(type.name(), movement.id(), movement.at(), reason == null ? null : reason.name());
    }

    private static MovementOutcome outcome(Movement movement, HoldOutcome taken) {
        return switch (taken) {
            case Held(var takes) -> new Moved(movement, takes);
            case HoldRefused(List<Shortage> shortages) -> new NotEnough(shortages);
        };
    }

    @FunctionalInterface
    private interface LineStep {
        Mono<Shortage> apply(Movement movement, Movement.Line line);
    }
}
