package vn.ocopmarket.storefront.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.MovementOutcome.AnotherMovement;
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
