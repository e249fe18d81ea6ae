package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import java.util.List;

/**
 * The proof over all levels, by themselves, that onHand = Σ ledger and 0 ≤ available ≤ onHand.
 *
 * @param levels how many were looked at
 * @param discrepancies those that disagree; empty when all is well
 */
public record ReconciliationReport(
        Instant startedAt, Instant finishedAt, long levels, long ledgerEntries, List<Discrepancy> discrepancies) {

    public ReconciliationReport {
        discrepancies = List.copyOf(discrepancies);
    }

    /** One level that breaks a rule. */
    public record Discrepancy(String levelId, String rule, long expected, long found) {}
}
