package vn.ocopmarket.catalog.undo;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products that undoing left as they are. Every call fails when the store does not answer in time. */
public interface LeftProducts {

    /** Notes it, in place of what was noted before. */
    Mono<Void> keep(String run, LeftProduct left);

    /** In the order of their ids, those after the given one. */
    Flux<LeftProduct> page(String run, @Nullable String after, int limit);

    /** Empty when it was not left. */
    Mono<LeftProduct> find(String run, String productId);
}
