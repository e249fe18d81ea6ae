package vn.ocopmarket.storefront.settlement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the market keeps of a sale, by producer, group and date. */
public record Commissions(List<Rate> rates) {

    /** Stands for every producer, or every group. */
    public static final String ANY = "*";

    public Commissions {
        rates = List.copyOf(rates);
    }

    /**
     * One rate.
     *
     * @param producer an id, or {@link #ANY}
     * @param group code of a product group, or {@link #ANY}
     * @param from first day
     * @param to last day
     */
    public record Rate(String producer, String group, LocalDate from, LocalDate to, int basisPoints) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** In basis points: of the producer, else of the group, else of everybody. */
    public int on(LocalDate day, String producer, String group) {
        return first(day, rate -> rate.producer().equals(producer))
                .or(() -> first(
                        day, rate -> rate.producer().equals(ANY) && rate.group().equals(group)))
                .or(() -> first(
                        day, rate -> rate.producer().equals(ANY) && rate.group().equals(ANY)))
                .orElseThrow(() -> new IllegalStateException("No commission of %s on %s".formatted(producer, day)));
    }

    private Optional<Integer> first(LocalDate day, Predicate<Rate> which) {
        return rates.stream()
                .filter(rate -> rate.holdsOn(day) && which.test(rate))
                .map(Rate::basisPoints)
                .findFirst();
    }
}
