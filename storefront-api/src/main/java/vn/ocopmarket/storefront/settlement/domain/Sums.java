package vn.ocopmarket.storefront.settlement.domain;

import java.time.Year;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.money.Money;

/**
 * What some entries come to.
 *
 * @param sales at the producer's prices
 * @param refunds at the same prices; negative
 * @param paid by buyers, less what went back to them
 * @param commission less what goes back with refunds
 */
public record Sums(Money sales, Money refunds, Money paid, Money commission) {

    public static final Sums NOTHING = new Sums(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    public static Sums of(Collection<Entry> entries) {
        return entries.stream().map(Sums::of).reduce(NOTHING, Sums::plus);
    }

    public static Sums of(Entry entry) {
        var figures = entry.figures();
        return entry.goesBack()
                ? new Sums(Money.ZERO, figures.gross(), figures.paid(), figures.commission())
                : new Sums(figures.gross(), Money.ZERO, figures.paid(), figures.commission());
    }

    /** At the producer's prices, less what went back, by the year in which it was sold. */
    public static Map<Year, Money> turnoverByYear(Collection<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        Entry::taxYear, entry -> entry.figures().gross(), Money::plus, TreeMap::new));
    }

    public Sums plus(Sums other) {
        return new Sums(
                add(other, Sums::sales),
                add(other, Sums::refunds),
                add(other, Sums::paid),
                add(other, Sums::commission));
    }

    private Money add(Sums other, Function<Sums, Money> what) {
        return what.apply(this).plus(what.apply(other));
    }

    /** What taxes are on. */
    public Money turnover() {
        return sales.plus(refunds);
    }

    /** Vouchers, which the market bears. */
    public Money borne() {
        return turnover().minus(paid);
    }
}
