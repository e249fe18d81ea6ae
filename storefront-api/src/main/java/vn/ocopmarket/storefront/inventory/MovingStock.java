package vn.ocopmarket.storefront.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.StockMovements.Recorded;

/**
 * Moves stock for staff, exactly once per movement id: the movement is written down first, every step of it can be repeated,
 * and what a crash left half done is finished by whoever asks again or by the worker.
 */
public final class MovingStock {

    private static final Logger LOG = LoggerFactory.getLogger(MovingStock.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final StockMovements movements;
    private final CarryingOutMovements carryingOut;
    private final Locations locations;

    MovingStock(StockMovements movements, CarryingOutMovements carryingOut, Locations locations) {
        this.movements = movements;
        this.carryingOut = carryingOut;
        this.locations = locations;
    }

    /**
     * Receives, sells, takes back, transfers, corrects or counts. An error means that it is not known how it ended: ask
     * again with the same id.
     */
    public Mono<MovementOutcome> move(Movement movement) {
        return unknownLocation(movement)
                .<MovementOutcome>map(UnknownLocation::new)
                .switchIfEmpty(Mono.defer(() -> recordAndCarryOut(movement)))
                .timeout(TIMEOUT);
    }

    /**
     * Puts back what left by a movement, each lot where it was taken from; a movement that did not begin yet never does. Gives
     * what is back; nothing when nothing had left. May be repeated; an error means that it has to be.
     *
     * @param why who puts it back, why and when
     */
    public Mono<List<Take>> putBack(Movement movement, Reversal why) {
        return movements
                .refuse(movement)
                .filter(recorded -> isSame(recorded.movement(), movement))
                .flatMap(recorded -> switch (recorded) {
                    case Recorded.Open open -> carryOut(open.movement());
                    case Recorded.Ended ended -> Mono.just(ended.outcome());
                })
                .flatMap(outcome -> outcome instanceof Moved(var _, var takes)
                        ? putBack(movement, takes, why)
                        : Mono.just(List.<Take>of()))
                .defaultIfEmpty(List.of())
                .timeout(TIMEOUT);
    }

    /** Who puts something back, why and when. */
    public record Reversal(String by, String note, Instant at) {}

    private Mono<List<Take>> putBack(Movement movement, List<Take> takes, Reversal why) {
        if (takes.isEmpty()) {
            return Mono.just(takes);
        }
        var lines = takes.stream()
                .map(take ->
                        new Movement.Line(take.sku(), take.lot(), take.ownership(), take.bestBefore(), take.quantity()))
                .toList();
        var back = new Movement(
                movement.id() + ":back",
                Movement.Kind.RETURN,
                movement.locationId(),
                null,
                lines,
                why.by(),
                why.note(),
                why.at());
        return recordAndCarryOut(back)
                .filter(Moved.class::isInstance)
                .map(_ -> takes)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Nothing came back of " + movement.id())));
    }

    /** Finishes what was written down before the moment and never ended; gives how many. One that fails stops no other. */
    Mono<Long> finishSince(Instant moment) {
        return movements
                .unfinishedSince(moment, 100)
                .concatMap(movement -> carryOut(movement).onErrorResume(failure -> {
                    LOG.warn("Movement {} could not be finished: {}", movement.id(), failure.toString());
                    return Mono.empty();
                }))
                .count();
    }

    private Mono<MovementOutcome> recordAndCarryOut(Movement movement) {
        return movements.record(movement).flatMap(recorded -> {
            if (!isSame(recorded.movement(), movement)) {
                return Mono.just(new AnotherMovement());
            }
            return switch (recorded) {
                case Recorded.Open open -> carryOut(open.movement());
                case Recorded.Ended ended -> Mono.just(ended.outcome());
            };
        });
    }

    private Mono<MovementOutcome> carryOut(Movement movement) {
        return carryingOut
                .carryOut(movement)
                .flatMap(outcome -> movements.end(movement.id(), outcome).thenReturn(outcome));
    }

    private Mono<String> unknownLocation(Movement movement) {
        var to = movement.toLocationId();
        var named = to == null ? Flux.just(movement.locationId()) : Flux.just(movement.locationId(), to);
        return named.filterWhen(id ->
                        locations.find(SetAside.locationOf(id)).hasElement().map(known -> !known))
                .next();
    }

    private static boolean isSame(Movement stored, Movement asked) {
        return stored.kind() == asked.kind()
                && stored.locationId().equals(asked.locationId())
                && Objects.equals(stored.toLocationId(), asked.toLocationId())
                && stored.lines().equals(asked.lines());
    }
}
