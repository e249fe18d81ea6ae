package vn.ocopmarket.catalog.history;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The older part of histories. Deeds are copied here before the record lets go of them: a crash in between leaves them in
 * both places, under the same number, and readers count them once. Every call fails when the store does not answer in time.
 */
public interface Histories {

    /** Adds those that are not there yet. */
    Mono<Void> keep(Kind kind, String id, List<Deed> deeds);

    /** Those with a lower number, the latest first. */
    Flux<Deed> before(Kind kind, String id, long number, int limit);

    /** Which records a history can be of. */
    enum Kind {
        PRODUCT,
        PRODUCER,
        STAMPS
    }
}
