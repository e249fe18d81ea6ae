package vn.ocopmarket.standalone;

import java.time.Duration;

/** How long to wait before the next restart: longer each time, short again after a good run. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private Duration pause = FIRST;
    private int count;

    int count() {
        return count;
    }

    Duration next(Duration lastRun) {
        count++;
        if (lastRun.compareTo(GOOD_RUN) > 0) {
            pause = FIRST;
        }
        var now = pause;
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }
}
