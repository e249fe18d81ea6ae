package vn.ocopmarket.storefront.checkout.domain;

import java.time.LocalDate;
import java.util.List;
import vn.ocopmarket.contract.product.TaxClass;

/** VAT rates by tax class and date. */
public record TaxRates(List<Rate> rates) {

    private static final int WHOLE = 10_000;

    public TaxRates {
        rates = List.copyOf(rates);
    }

    /**
     * One rate.
     *
     * @param from first day
     * @param to last day
     * @param basisPoints 800 is 8 %
     */
    public record Rate(TaxClass taxClass, LocalDate from, LocalDate to, int basisPoints) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** In basis points. */
    public int on(LocalDate day, TaxClass taxClass) {
        return rates.stream()
                .filter(rate -> rate.taxClass() == taxClass && rate.holdsOn(day))
                .mapToInt(Rate::basisPoints)
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
