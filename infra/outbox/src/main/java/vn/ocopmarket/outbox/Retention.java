package vn.ocopmarket.outbox;

import java.time.Duration;

/** How much of the log is kept: entries go when they are too old or too many. */
public record Retention(Duration maxAge, long maxEntries) {

    public static final Retention DEFAULT = new Retention(Duration.ofDays(14), 200_000);
}
