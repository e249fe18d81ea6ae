package vn.ocopmarket.storefront.shipping.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What a zone costs, by weight and date. */
public record Tariff(List<Bracket> brackets) {

    private static final long KILO = 1_000;

    public Tariff {
        brackets = List.copyOf(brackets);
    }

    /**
     * One price.
     *
     * @param from first day
     * @param to last day
     * @param upTo grams
     * @param amount in dong, tax included
     * @param perKilo for each kilo begun above the heaviest bracket
     * @param freeFrom goods worth so much are sent for nothing …
     * @param freeUpTo … when the parcel is no heavier, in grams
     */
    public record Bracket(
            String zone,
            LocalDate from,
            LocalDate to,
            long upTo,
            long amount,
            long perKilo,
            long freeFrom,
            long freeUpTo) {

        boolean holds(String asked, LocalDate day) {
            return zone.equals(asked) && !day.isBefore(from) && !day.isAfter(to);
        }

        /** In dong. */
        public long fee(long grams, long goods) {
            if (goods >= freeFrom && grams <= freeUpTo) {
                return 0;
            }
            var above = Math.max(0, grams - upTo);
            return Math.addExact(amount, Math.multiplyExact(Math.ceilDiv(above, KILO), perKilo));
        }
    }

    /** The lightest bracket that takes the weight, or the heaviest there is. */
    public Bracket bracket(String zone, long grams, LocalDate day) {
        var there = brackets.stream()
                .filter(one -> one.holds(zone, day))
                .sorted(Comparator.comparing(Bracket::upTo))
                .toList();
        if (there.isEmpty()) {
            throw new IllegalStateException("No fee for zone %s on %s".formatted(zone, day));
        }
        return there.stream().filter(one -> grams <= one.upTo()).findFirst().orElse(there.getLast());
    }
}
