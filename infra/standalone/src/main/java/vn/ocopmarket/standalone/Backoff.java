package vn.ocopmarket.standalone;

import java.time.Duration;

/**
 * How long to wait before the next restart: longer each time, short again after a good run. Whoever kills parts on purpose sets
 * {@code OCOP_LONGEST_RESTART_PAUSE}, so that no time is lost.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String LONGEST_BY_ENVIRONMENT = "OCOP_LONGEST_RESTART_PAUSE";
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private final Duration longest;
    private Duration pause = FIRST;
    private int count;

    Backoff() {
        this(Duration.parse(System.getenv().getOrDefault(LONGEST_BY_ENVIRONMENT, LONGEST.toString())));
    }

    Backoff(Duration longest) {
        this.longest = longest;
    }

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
        pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }
}
