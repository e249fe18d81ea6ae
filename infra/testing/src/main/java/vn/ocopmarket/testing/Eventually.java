package vn.ocopmarket.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what others do in the background: looks again and again, and fails with the last reason when it never comes. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private Eventually() {}

    /** Until the assertion holds, for a minute. */
    public static void eventually(Runnable assertion) {
        eventually(PATIENCE, assertion);
    }

    /** Until the assertion holds. */
    public static void eventually(Duration patience, Runnable assertion) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Until the condition is met. */
    public static void until(Duration patience, BooleanSupplier condition) {
        eventually(patience, () -> {
            if (!condition.getAsBoolean()) {
                throw new AssertionError("not within " + patience);
            }
        });
    }
}
