package vn.ocopmarket.stripesimulator;

import java.util.concurrent.ThreadLocalRandom;

/** Rolls the dice for faults. */
final class Chance {

    private Chance() {}

    static boolean happens(double rate) {
        return rate > 0 && ThreadLocalRandom.current().nextDouble() < rate;
    }

    static int upTo(int most) {
        return most <= 0 ? 0 : ThreadLocalRandom.current().nextInt(most + 1);
    }

    static void pause(long millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
