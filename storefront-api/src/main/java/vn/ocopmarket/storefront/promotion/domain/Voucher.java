package vn.ocopmarket.storefront.promotion.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.domain.Refusal.Why;

/**
 * A discount that buyers get for a code.
 *
 * @param code in capitals; it is never given out a second time
 * @param exclusive whether it is used alone or not at all
 * @param used how often it is in use or was used
 */
public record Voucher(
        String code, Names names, Worth worth, Limits limits, Scope scope, boolean exclusive, State state, long used) {

    /** How it is called in Vietnamese and in English. */
    public record Names(String vi, String en) {}

    /**
     * How far it goes; fixed once buyers can have read it.
     *
     * @param total uses by everybody, or null for any number
     * @param perBuyer uses by one buyer, or null for any number
     * @param from first Vietnamese day
     * @param to last Vietnamese day
     * @param minimum that the goods it is for must be worth
     */
    public record Limits(
            @Nullable Long total, @Nullable Integer perBuyer, LocalDate from, LocalDate to, Money minimum) {}

    /** Which goods it is for; an empty set stands for all of them. */
    public record Scope(Set<String> groups, Set<String> provinces, Set<String> producers) {

        public Scope {
            groups = Set.copyOf(groups);
            provinces = Set.copyOf(provinces);
            producers = Set.copyOf(producers);
        }

        boolean covers(Goods goods) {
            return covers(groups, goods.group())
                    && covers(provinces, goods.province())
                    && covers(producers, goods.producer());
        }

        private static boolean covers(Set<String> wanted, String one) {
            return wanted.isEmpty() || wanted.contains(one);
        }
    }

    /** Whether buyers may use it. */
    public enum State {
        RUNNING,
        /** For now. */
        STOPPED,
        /** For ever. */
        ENDED;

        public boolean mayBecome(State next) {
            return this != ENDED && this != next;
        }
    }

    /** Why nobody can use it on that day; null when somebody can. */
    public @Nullable Refusal refusalOn(LocalDate day) {
        if (state != State.RUNNING) {
            return Refusal.of(code, Why.STOPPED);
        }
        if (day.isBefore(limits.from())) {
            return Refusal.of(code, Why.NOT_YET, limits.from());
        }
        if (day.isAfter(limits.to())) {
            return Refusal.of(code, Why.OVER, limits.to());
        }
        var total = limits.total();
        return total != null && used >= total ? Refusal.of(code, Why.USED_UP) : null;
    }
}
