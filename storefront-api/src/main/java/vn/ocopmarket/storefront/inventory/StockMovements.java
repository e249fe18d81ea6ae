package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Movements as they were asked for, and how they ended. */
public interface StockMovements {

    /** Writes down what is to be done; what is stored under the id already wins and is given back. */
    Mono<Recorded> record(Movement movement);

    /**
     * Writes down that it is not to be done, so that nobody begins it any more; what is stored under the id already wins and
     * is given back.
     */
    Mono<Recorded> refuse(Movement movement);

    /** Notes how it ended, once; a later end changes nothing. */
    Mono<Void> end(String movementId, MovementOutcome outcome);

    /** Those written down before the moment and not ended. */
    Flux<Movement> unfinishedSince(Instant moment, int limit);

    /** A movement and, when it has ended, how. */
    sealed interface Recorded {

        Movement movement();

        /** Not ended yet. */
        record Open(Movement movement) implements Recorded {}

        /** Ended before. */
        record Ended(Movement movement, MovementOutcome outcome) implements Recorded {}
    }
}
