package vn.ocopmarket.indexer;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Polls for what becomes true by and by. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Eventually() {}

    /** Runs the assertions again and again until they hold; the last failure when they never do. */
    public static void assertSoon(ThrowingCallable assertions) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertions.call();
                return;
            } catch (Throwable failure) {
                if (System.nanoTime() > until) {
                    throw new AssertionError(failure.getMessage(), failure);
                }
                Thread.sleep(20);
            }
        }
    }

    /** How long it took until the condition held. */
    public static Duration until(Callable<Boolean> condition) throws Exception {
        var start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("It never happened");
            }
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
