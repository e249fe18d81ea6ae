package vn.ocopmarket.storefront.settlement.domain;

import java.time.Year;
import java.util.Map;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

/**
 * What a statement comes to.
 *
 * @param broughtForward what the producer owed from the statement before; zero or negative
 * @param turnover by the year in which it was sold
 */
public record Account(Sums sums, Kept taxes, Money broughtForward, Map<Year, Money> turnover) {

    public Account {
        turnover = Map.copyOf(turnover);
    }

    /** Of this period alone. */
    public Money net() {
        return sums.turnover().minus(sums.commission()).minus(taxes.vat()).minus(taxes.incomeTax());
    }

    /** What is to be paid to the producer. */
    public Money due() {
        return Money.dong(Math.max(0, balance()));
    }

    /** What the producer owes the next statement; zero or negative. */
    public Money carriedForward() {
        return Money.dong(Math.min(0, balance()));
    }

    private long balance() {
        return net().plus(broughtForward).amount();
    }
}
