package vn.ocopmarket.outbox;

import java.time.Duration;

/**
 * How one relay works.
 *
 * @param owner names this relay; no two running relays may share it
 * @param lease how long a silent holder keeps the lease; another takes over afterwards
 * @param poll how often it looks for work that no hint announced
 * @param block the most events moved, and numbers reserved, at once
 * @param timeout of every call to the store
 * @param tries of one event before it is parked
 */
public record RelaySettings(
        String owner, Duration lease, Duration poll, int block, Duration timeout, int tries, Retention retention) {

    public static RelaySettings of(String owner) {
        return new RelaySettings(
                owner,
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                500,
                Duration.ofSeconds(10),
                3,
                Retention.DEFAULT);
    }

    Duration heartbeat() {
        return lease.dividedBy(3);
    }

    /** How much of the log is kept: entries go when they are too old or too many. */
    public record Retention(Duration maxAge, long maxEntries) {

        public static final Retention DEFAULT = new Retention(Duration.ofDays(14), 200_000);
    }
}
