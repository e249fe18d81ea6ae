package vn.ocopmarket.storefront.checkout.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What sending costs, by the province it goes to, the worth of the goods and the date. */
public record ShippingFees(List<Fee> fees) {

    public ShippingFees {
        fees = List.copyOf(fees);
    }

    /**
     * One fee.
     *
     * @param provinces where it applies; empty for everywhere else
     * @param from first day
     * @param to last day
     * @param amount in dong, tax included
     * @param freeFrom goods worth so much are sent for nothing
     */
    public record Fee(Set<String> provinces, LocalDate from, LocalDate to, long amount, long freeFrom) {

        public Fee {
            provinces = Set.copyOf(provinces);
        }

        boolean holds(LocalDate day, String province) {
            var there = provinces.isEmpty() || provinces.contains(province);
            return there && !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The first fee of the list that applies. */
    public long on(LocalDate day, String provinceCode, long goods) {
        return fees.stream()
                .filter(fee -> fee.holds(day, provinceCode))
                .findFirst()
                .map(fee -> goods >= fee.freeFrom() ? 0 : fee.amount())
                .orElseThrow(() -> new IllegalStateException("No shipping fee for " + provinceCode + " on " + day));
    }
}
