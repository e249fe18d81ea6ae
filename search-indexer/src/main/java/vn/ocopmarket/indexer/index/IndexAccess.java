package vn.ocopmarket.indexer.index;

import reactor.core.publisher.Mono;

/** The index that documents of this version may be written to. */
public final class IndexAccess {

    private final Indices indices;
    private final IndexDefinition definition;

    IndexAccess(Indices indices, IndexDefinition definition) {
        this.indices = indices;
        this.definition = definition;
    }

    /** The live index. Never empty; fails with {@link IndexOutOfDateException} while it has another definition. */
    public Mono<IndexTarget> live(Visibility visibility) {
        return indices.live()
                .filter(live -> live.fingerprint().equals(definition.fingerprint()))
                .map(live -> new IndexTarget(live.name(), visibility))
                .switchIfEmpty(Mono.error(IndexOutOfDateException::new));
    }
}
