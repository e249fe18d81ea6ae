package vn.ocopmarket.catalog.imports;

import java.time.Duration;

/**
 * How imports are run.
 *
 * @param owner names this process
 * @param lease how long a silent worker keeps an import
 * @param batch rows that are brought in together
 * @param tries without progress, by error or by death, before an import is given up
 * @param poll how often a worker looks for imports that no hint announced
 */
record ImportSettings(String owner, Duration lease, int batch, int tries, Duration poll) {

    static ImportSettings of(String owner) {
        return new ImportSettings(owner, Duration.ofSeconds(20), 200, 25, Duration.ofSeconds(2));
    }

    /** Longer after each failure, up to a minute. */
    Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(Math.min(60, 1L << Math.min(attempt, 6)));
    }
}
