package vn.ocopmarket.storefront.settlement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.ocopmarket.contract.money.Money;

/** Taxes that the law makes a market keep back from some sellers and pay for them, by legal form and date. */
public record Withholding(List<Rate> rates) {

    public Withholding {
        rates = List.copyOf(rates);
    }

    /**
     * One rate.
     *
     * @param kinds legal forms in small letters
     * @param from first day
     * @param to last day
     * @param incomeTax of persons
     * @param exempt turnover of a calendar year that is free of it
     */
    public record Rate(Set<String> kinds, LocalDate from, LocalDate to, int vat, int incomeTax, Money exempt) {

        public Rate {
            kinds = Set.copyOf(kinds);
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Without an exemption what goes back of an earlier year lessens the tax too. */
        private long taxable(Money turnover) {
            var over = turnover.minus(exempt).amount();
            return exempt.equals(Money.ZERO) ? over : Math.max(0, over);
        }
    }

    /** What is kept back. */
    public record Kept(Money vat, Money incomeTax) {

        public static final Kept NOTHING = new Kept(Money.ZERO, Money.ZERO);

        public Kept plus(Kept other) {
            return new Kept(vat.plus(other.vat), incomeTax.plus(other.incomeTax));
        }
    }

    /**
     * What is kept back of a turnover; negative when more went back than was sold. Over a year it adds up to the tax on the
     * year's turnover.
     *
     * @param before turnover of the same calendar year that was settled already
     */
    public Kept on(LocalDate day, String kind, Money before, Money turnover) {
        var after = before.plus(turnover);
        return find(day, kind)
                .map(rate -> new Kept(
                        difference(rate.taxable(before), rate.taxable(after), rate.vat()),
                        difference(rate.taxable(before), rate.taxable(after), rate.incomeTax())))
                .orElse(Kept.NOTHING);
    }

    private Optional<Rate> find(LocalDate day, String kind) {
        var wanted = kind.toLowerCase(Locale.ROOT);
        return rates.stream()
                .filter(rate -> rate.kinds().contains(wanted) && rate.holdsOn(day))
                .findFirst();
    }

    private static Money difference(long before, long after, int basisPoints) {
        return Money.dong(Parts.of(after, basisPoints) - Parts.of(before, basisPoints));
    }
}
