package vn.ocopmarket.storefront.settlement.domain;

import java.util.Collection;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

/** What all statements of a period come to. */
public record Totals(int statements, Sums sums, Kept taxes, Money due) {

    public static Totals of(Collection<Statement.Head> heads) {
        var totals = new Totals(0, Sums.NOTHING, Kept.NOTHING, Money.ZERO);
        for (var head : heads) {
            totals = totals.and(head.account());
        }
        return totals;
    }

    private Totals and(Account account) {
        return new Totals(
                statements + 1, sums.plus(account.sums()), taxes.plus(account.taxes()), due.plus(account.due()));
    }
}
