package vn.ocopmarket.storefront.browse.elastic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops asking a server that failed several times in a row, for a moment each time, so that nobody waits for it; the first
 * answer closes it again.
 */
final class Breaker {

    private static final int FAILURES = 3;
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong openedAt = new AtomicLong();

    boolean isOpen(long nanoTime) {
        return failures.get() >= FAILURES && nanoTime - openedAt.get() < PAUSE;
    }

    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    void failed(long nanoTime) {
        openedAt.set(nanoTime);
        var _ = failures.updateAndGet(count -> Math.min(count + 1, FAILURES));
    }
}
