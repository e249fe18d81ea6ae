package vn.ocopmarket.indexer.index;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The index that documents of this version may be written to. */
public final class IndexAccess {

    private static final int LOOKS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Indices indices;
    private final IndexDefinition definition;

    IndexAccess(Indices indices, IndexDefinition definition) {
        this.indices = indices;
        this.definition = definition;
    }

    /**
     * The live index; waits a little for one that is being made. Never empty; fails with {@link IndexOutOfDateException} when
     * it still has another definition then.
     */
    public Mono<IndexTarget> live(Visibility visibility) {
        return Mono.defer(indices::live)
                .filter(live -> live.fingerprint().equals(definition.fingerprint()))
                .map(live -> new IndexTarget(live.name(), visibility))
                .switchIfEmpty(Mono.error(IndexOutOfDateException::new))
                .retryWhen(Retry.fixedDelay(LOOKS, PAUSE)
                        .filter(IndexOutOfDateException.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }
}
