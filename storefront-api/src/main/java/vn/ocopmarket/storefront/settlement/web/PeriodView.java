package vn.ocopmarket.storefront.settlement.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Totals;

/**
 * A period as programs and pages see it.
 *
 * @param closedAt null while it is being closed, as are its totals
 * @param troubles whose statements cannot be written, which keeps it from being closed
 */
record PeriodView(
        String period,
        @Nullable Instant closedAt,
        @Nullable TotalsView totals,
        List<TroubleView> troubles,
        List<StatementView> statements) {

    /** @param why for whoever looks after the system */
    record TroubleView(String producerId, String producer, String why) {}

    /**
     * What all statements come to.
     *
     * @param paid by buyers for goods, less what went back to them
     */
    record TotalsView(
            int statements,
            Money sales,
            Money refunds,
            Money borne,
            Money paid,
            Money commission,
            Money vat,
            Money incomeTax,
            Money due) {

        static TotalsView of(Totals totals) {
            var sums = totals.sums();
            return new TotalsView(
                    totals.statements(),
                    sums.sales(),
                    sums.refunds(),
                    sums.borne(),
                    sums.paid(),
                    sums.commission(),
                    totals.taxes().vat(),
                    totals.taxes().incomeTax(),
                    totals.due());
        }
    }

    static PeriodView of(Period period, List<StatementView> statements) {
        var closing = period.closing();
        return new PeriodView(
                period.month().toString(),
                closing == null ? null : closing.at(),
                closing == null ? null : TotalsView.of(closing.totals()),
                period.troubles().stream()
                        .map(one -> new TroubleView(one.sellerId(), one.name(), one.why()))
                        .toList(),
                statements);
    }
}
