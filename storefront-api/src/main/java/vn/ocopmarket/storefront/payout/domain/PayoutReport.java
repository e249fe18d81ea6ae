package vn.ocopmarket.storefront.payout.domain;

import java.util.List;

/** A payout and what in it differs from our books. */
public record PayoutReport(Payout payout, List<Difference> differences) {

    public PayoutReport {
        differences = List.copyOf(differences);
    }
}
