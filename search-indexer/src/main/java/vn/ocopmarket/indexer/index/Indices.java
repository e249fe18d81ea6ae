package vn.ocopmarket.indexer.index;

import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.feed.Feed;

/** The indices behind the alias that readers know. */
public interface Indices {

    /** The index behind the alias, the newest should there be several; empty when there is no alias. */
    Mono<LiveIndex> live();

    /** Makes an empty index to be published at once; gives its name. */
    Mono<String> create(IndexDefinition definition);

    /** Makes an index that is filled behind the alias. It remembers these positions, and is not searched until {@link #finish}. */
    Mono<BegunIndex> begin(IndexDefinition definition, Map<Feed, Long> positions);

    /**
     * The newest that was begun with this definition and is not settled, by whomever: one after the live index, or the live one
     * itself, which may lack what changed while the alias moved. Empty when there is none.
     */
    Mono<BegunIndex> begun(IndexDefinition definition);

    /** Puts the alias on this index and takes it from any other in one step. */
    Mono<Void> publish(String index);

    /** Makes all that was written searchable, and what is written later as soon as the definition says. */
    Mono<Void> finish(String index, IndexDefinition definition);

    /** Notes that nothing is left to be done for an index that was begun. */
    Mono<Void> settle(String index, IndexDefinition definition);

    /** Indices of ours that the alias is not on; empty when there are none. */
    Flux<String> hidden();

    /** Removes an index; completes also when it is not there. */
    Mono<Void> drop(String index);
}
