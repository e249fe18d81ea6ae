package vn.ocopmarket.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Asks once for all who ask the same at the same moment, as they do when a product was on television. The moment is shorter
 * than the index itself takes to show a change, so nobody notices it.
 */
public final class RecentAnswers<Q, A> {

    static final Duration MOMENT = Duration.ofMillis(200);

    private static final int MOST = 1_000;

    private final Cache<Q, Mono<A>> asked;

    RecentAnswers(Ticker ticker) {
        this(ticker, MOMENT);
    }

    private RecentAnswers(Ticker ticker, Duration kept) {
        this.asked = Caffeine.newBuilder()
                .expireAfterWrite(kept)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    public static <Q, A> RecentAnswers<Q, A> ofThisMoment() {
        return new RecentAnswers<>(Ticker.systemTicker());
    }

    /** For answers that may be that old. */
    public static <Q, A> RecentAnswers<Q, A> keptFor(Duration age) {
        return new RecentAnswers<>(Ticker.systemTicker(), age);
    }

    /**
     * The answer to a question that is asked now or was begun within the last moment; empty and errors as {@code asking} has
     * them. Who came later is not answered with an error that was there before. Cancelling takes nothing from the others,
     * and what was asked for goes on.
     */
    public Mono<A> to(Q question, Supplier<Mono<A>> asking) {
        return Mono.defer(() -> asked.get(
                question,
                _ -> Mono.defer(asking)
                        .doOnError(_ -> asked.invalidate(question))
                        .cache()));
    }
}
