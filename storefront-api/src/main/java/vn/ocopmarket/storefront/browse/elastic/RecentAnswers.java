package vn.ocopmarket.storefront.browse.elastic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Asks once for all who ask the same at the same moment, as they do when a product was on television. The moment is shorter
 * than the index itself takes to show a change, so nobody notices it.
 */
final class RecentAnswers<Q, A> {

    static final Duration MOMENT = Duration.ofMillis(200);

    private static final int MOST = 1_000;

    private final Cache<Q, Mono<A>> asked = Caffeine.newBuilder()
            .expireAfterWrite(MOMENT)
            .maximumSize(MOST)
            .executor(Runnable::run)
            .build();

    /**
     * The answer to a question that is asked now or was begun within the last moment; empty and errors as {@code asking} has
     * them. Who came later is not answered with an error that was there before. Cancelling takes nothing from the others.
     */
    Mono<A> to(Q question, Supplier<Mono<A>> asking) {
        return Mono.defer(() -> asked.get(
                question,
                _ -> Mono.defer(asking)
                        .doOnError(_ -> asked.invalidate(question))
                        .cache()));
    }
}
