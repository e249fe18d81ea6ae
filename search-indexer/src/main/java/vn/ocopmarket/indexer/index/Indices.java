package vn.ocopmarket.indexer.index;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The indices behind the alias that readers know. */
public interface Indices {

    /** The index behind the alias, the newest should there be several; empty when there is no alias. */
    Mono<LiveIndex> live();

    /** Makes an index that readers do not see yet; gives its name. */
    Mono<String> create(IndexDefinition definition);

    /** Puts the alias on this index and takes it from any other in one step. */
    Mono<Void> publish(String index);

    /** Makes all that was written searchable. */
    Mono<Void> refresh(String index);

    /** Indices of ours that the alias is not on; empty when there are none. */
    Flux<String> hidden();

    /** Removes an index; completes also when it is not there. */
    Mono<Void> drop(String index);
}
