package vn.ocopmarket.bench;

import java.util.Collection;

/** Threads that were told to end. */
public final class Threads {

    private Threads() {}

    /** Returns when they have ended, or when this one shall. */
    public static void join(Collection<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
