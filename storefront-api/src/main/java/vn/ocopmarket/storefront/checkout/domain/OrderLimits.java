package vn.ocopmarket.storefront.checkout.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How much one order may be, by date. */
public record OrderLimits(List<Limit> limits) {

    public OrderLimits {
        limits = List.copyOf(limits);
    }

    /** What is limited. */
    public enum Kind {
        /** The goods of an order, in dong. */
        ORDER,
        /** What is paid in one way, in dong. */
        METHOD,
        /** The units of a line. */
        UNITS,
        /** The units of all lines of a tax class together; what contains alcohol is of that of alcohol. */
        CLASS
    }

    /**
     * One limit.
     *
     * @param of which method or tax class; empty for each
     * @param from first day
     * @param to last day
     */
    public record Limit(Kind kind, String of, LocalDate from, LocalDate to, long least, long most) {

        boolean holds(Kind asked, String about, LocalDate day) {
            return kind == asked && (of.isEmpty() || of.equals(about)) && !day.isBefore(from) && !day.isAfter(to);
        }

        boolean allows(long amount) {
            return amount >= least && amount <= most;
        }
    }

    /** Whether there is any. */
    public boolean concern(Kind kind, Enum<?> about, LocalDate day) {
        return limits.stream().anyMatch(limit -> limit.holds(kind, about.name(), day));
    }

    /** The first limit that does not allow so much; empty when all do. */
    public Optional<Limit> broken(Kind kind, Enum<?> about, long amount, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.holds(kind, about.name(), day))
                .filter(limit -> !limit.allows(amount))
                .findFirst();
    }
}
