package vn.ocopmarket.storefront.stockproof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proof found: levels against ledger, levels by themselves, and promises against orders.
 *
 * @param levels how many were looked at
 * @param promises how many holds and allocations were looked at
 * @param discrepancies what is wrong still; empty when all is well
 * @param healed what was wrong and is mended
 */
public record StockProof(
        Instant startedAt,
        Instant finishedAt,
        long levels,
        long ledgerEntries,
        long promises,
        List<Discrepancy> discrepancies,
        List<Discrepancy> healed) {

    public StockProof {
        discrepancies = List.copyOf(discrepancies);
        healed = List.copyOf(healed);
    }

    /**
     * A rule that is broken, at a level or by the promises made to an order.
     *
     * @param levelId null when it is about an order
     * @param orderId null when it is about a level by itself
     * @param sku null when it is about a level
     */
    public record Discrepancy(
            @Nullable String levelId,
            @Nullable String orderId,
            @Nullable String sku,
            String rule,
            long expected,
            long found) {}
}
