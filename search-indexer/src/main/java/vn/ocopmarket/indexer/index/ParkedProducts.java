package vn.ocopmarket.indexer.index;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products that could not be indexed, kept with the reason until they can. */
public interface ParkedProducts {

    /** Keeps it, in place of what was kept of it before. Completes when that is durable. */
    Mono<Void> park(ParkedProduct product);

    /** Forgets the ones of these that are parked: they are indexed now. */
    Mono<Void> release(Collection<String> ids);

    /** All of them, the oldest first; empty when nothing is parked. */
    Flux<ParkedProduct> all();
}
