package vn.ocopmarket.storefront.settlement;

import java.time.Instant;
import vn.ocopmarket.storefront.settlement.domain.Comparison;

/**
 * What a proof of settlement found.
 *
 * @param healed how many entries were missing, or claimed by nobody, and are not any more
 * @param moving whether a month was being closed meanwhile, so that what was found may be only that
 */
public record SettlementProof(
        Instant startedAt, Instant finishedAt, long healed, boolean moving, Comparison.Result result) {

    public boolean holds() {
        return result.findings().isEmpty();
    }
}
