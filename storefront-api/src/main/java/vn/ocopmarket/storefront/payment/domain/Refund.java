package vn.ocopmarket.storefront.payment.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;

/**
 * Money that goes back.
 *
 * @param id chosen before the first try
 * @param source which money
 * @param parts what of the order it is for; empty when it is for no goods
 */
public record Refund(
        String id, Source source, Money amount, String reason, State state, Trail trail, List<Part> parts) {

    /** Why money goes back that the order never wanted: too much, too late, or by a way that was not the one it took. */
    private static final Set<String> SURPLUS = Set.of("double", "over", "short", "unused");

    public Refund {
        parts = List.copyOf(parts);
    }

    /** How far it is. */
    public enum State {
        /** The amount is set aside; the provider may or may not have heard of it. */
        RESERVED,
        /** The amount is set aside, and somebody has to send it. */
        BY_HAND,
        /** The provider has it under way. */
        PENDING,
        SUCCEEDED,
        /** Only said by the provider, which could not give it back. */
        FAILED,
        /** Only said by the provider, which would not do it. */
        REFUSED
    }

    /**
     * Who had a hand in it.
     *
     * @param providerId the id at the provider or the bank; null before it has one
     * @param orderMustKnow until the order was told that the money went back
     * @param askedBy the account of who wanted it; null when nobody had to
     * @param sentBy the account of who sent it by hand
     */
    public record Trail(
            @Nullable String providerId,
            boolean orderMustKnow,
            @Nullable String askedBy,
            @Nullable String sentBy) {

        static final Trail NONE = new Trail(null, false, null, null);
    }

    /** Some units of one line, or something else that was paid for. */
    public record Part(String item, long units, Money amount) {}

    static Refund setAside(String id, Source source, Money amount, String reason) {
        var state = source.channel().isByHand() ? State.BY_HAND : State.RESERVED;
        return new Refund(id, source, amount, reason, state, Trail.NONE, List.of());
    }

    Refund of(List<Part> what, @Nullable String askedBy) {
        return new Refund(id, source, amount, reason, state, new Trail(null, false, askedBy, null), what);
    }

    /** What the provider says; what it cannot give back people send, and what they sent is no matter of its any more. */
    Refund seen(State now, @Nullable String provider) {
        var next = now == State.FAILED || now == State.REFUSED ? State.BY_HAND : now;
        if (next == state || trail.sentBy() != null) {
            return this;
        }
        var known = provider == null ? trail.providerId() : provider;
        var mustKnow = orderMustKnow() || next == State.SUCCEEDED;
        return to(next, new Trail(known, mustKnow, trail.askedBy(), trail.sentBy()));
    }

    Refund sent(String number, String by) {
        return to(State.SUCCEEDED, new Trail(number, true, trail.askedBy(), by));
    }

    Refund told() {
        return to(state, new Trail(trail.providerId(), false, trail.askedBy(), trail.sentBy()));
    }

    private Refund to(State next, Trail now) {
        return new Refund(id, source, amount, reason, next, now, parts);
    }

    /** Whether it is of money that the order never wanted. */
    boolean isSurplus() {
        return trail.askedBy() == null && SURPLUS.contains(reason);
    }

    boolean holdsMoney() {
        return state != State.FAILED;
    }

    /** Whether a program has something to do for it. */
    boolean isUnfinished() {
        return state == State.RESERVED || orderMustKnow();
    }

    public String intentId() {
        return source.intentId();
    }

    public boolean orderMustKnow() {
        return trail.orderMustKnow();
    }
}
