package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of an index. An error means that the store did not answer or cannot take writes now. */
public interface Documents {

    /** The ones that are there, by id, as of this moment; never empty. */
    Mono<Map<String, Indexed>> find(String index, Collection<String> ids);

    /**
     * Writes each document that is still in the state it replaces; one result for each, in the same order. After an error
     * or when cancelled some may be written.
     */
    Mono<List<WriteResult>> write(String index, List<DocumentWrite> writes, Visibility visibility);

    /** The id of every document that searches find; empty for an index without any. */
    Flux<String> ids(String index);

    /** Removes a document that is still in that state; completes also when it is not. */
    Mono<Void> remove(String index, Indexed document);
}
