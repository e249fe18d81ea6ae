package vn.ocopmarket.storefront.checkout.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.TaxClass;

/** VAT rates by degree of processing, seller and date. */
public record TaxRates(List<Rate> rates) {

    /** Who sells and is no producer: the market itself, for what it charges for delivery. */
    public static final String MARKET = "";

    private static final int WHOLE = 10_000;

    public TaxRates {
        rates = List.copyOf(rates);
    }

    /**
     * One rate.
     *
     * @param taxClass of the goods, or null for all
     * @param sellers legal forms of who sells; empty for all
     * @param from first day
     * @param to last day
     * @param basisPoints 800 is 8 %; nothing where no tax is in the price
     * @param reason a word of {@code tax.reason.*} in the bundles
     */
    public record Rate(
            @Nullable TaxClass taxClass,
            Set<String> sellers,
            LocalDate from,
            LocalDate to,
            int basisPoints,
            String reason) {

        public Rate {
            sellers = Set.copyOf(sellers);
        }

        boolean holds(LocalDate day, TaxClass sold, String seller) {
            return (taxClass == null || taxClass == sold)
                    && (sellers.isEmpty() || sellers.contains(seller))
                    && !day.isBefore(from)
                    && !day.isAfter(to);
        }
    }

    /** The first of the list that holds on that day for goods of the class from a seller of that legal form. */
    public Rate on(LocalDate day, TaxClass taxClass, String seller) {
        return rates.stream()
                .filter(rate -> rate.holds(day, taxClass, seller))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No tax rate for %s on %s".formatted(taxClass, day)));
    }

    /** The tax inside an amount that includes it, rounded half up. */
    public static long inside(long amount, int basisPoints) {
        var divisor = WHOLE + (long) basisPoints;
        var dividend = Math.multiplyExact(amount, (long) basisPoints);
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2, dividend), divisor), 2 * divisor);
    }
}
