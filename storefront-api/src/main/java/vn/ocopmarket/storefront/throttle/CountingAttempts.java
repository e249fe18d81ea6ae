package vn.ocopmarket.storefront.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.secret.SecretHashes;

/**
 * Counts attempts in the store, so that it does not help to try at another instance. An attempt that is not looked at makes
 * nobody wait longer. Whose attempts they are is kept as a hash: addresses of people are nobody's business.
 */
public final class CountingAttempts {

    private final Attempts attempts;
    private final Clock clock;

    CountingAttempts(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts this attempt. Empty when it is to be looked at, else how long to wait for the next one that is. */
    public Mono<Duration> begin(Limit limit, String whose) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var window = window(limit, now);
            var until = until(limit, window);
            return attempts.add(key(limit, whose, window), until)
                    .filter(count -> count > limit.most())
                    .map(_ -> Duration.between(now, until));
        });
    }

    /**
     * Counts nothing. Empty when the next attempt is to be looked at, else how long to wait: for what only counts when it was
     * wrong, and may be tried by many at once.
     */
    public Mono<Duration> left(Limit limit, String whose) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var window = window(limit, now);
            return attempts.count(key(limit, whose, window))
                    .filter(count -> count >= limit.most())
                    .map(_ -> Duration.between(now, until(limit, window)));
        });
    }

    /** The attempt that was begun is not held against anyone. */
    public Mono<Void> forgive(Limit limit, String whose) {
        return Mono.defer(() -> attempts.takeBack(key(limit, whose, window(limit, clock.instant()))));
    }

    private static long window(Limit limit, Instant now) {
        return now.getEpochSecond() / limit.window().toSeconds();
    }

    private static Instant until(Limit limit, long window) {
        return Instant.ofEpochSecond((window + 1) * limit.window().toSeconds());
    }

    private static String key(Limit limit, String whose, long window) {
        return SecretHashes.of(limit.name() + " " + window + " " + whose);
    }
}
