package vn.ocopmarket.storefront.payment.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * Money that goes back.
 *
 * @param id chosen before the first try
 * @param intentId which money
 * @param providerId the provider's id; null before it has it
 * @param orderMustKnow until the order was told that the money went back
 */
public record Refund(
        String id,
        String intentId,
        Money amount,
        String reason,
        State state,
        @Nullable String providerId,
        boolean orderMustKnow) {

    /** How far it is. */
    public enum State {
        /** The amount is set aside; the provider may or may not have heard of it. */
        RESERVED,
        /** The provider has it under way. */
        PENDING,
        SUCCEEDED,
        /** The provider could not give it back; the amount can be refunded again. */
        FAILED,
        /** The provider would not do it; people look at it, and the amount stays set aside. */
        REFUSED
    }

    static Refund reserved(String id, String intentId, Money amount, String reason) {
        return new Refund(id, intentId, amount, reason, State.RESERVED, null, false);
    }

    Refund seen(State now, @Nullable String provider) {
        var wentBack = now == State.SUCCEEDED && state != State.SUCCEEDED;
        return new Refund(id, intentId, amount, reason, now, provider, orderMustKnow || wentBack);
    }

    Refund told() {
        return new Refund(id, intentId, amount, reason, state, providerId, false);
    }

    boolean holdsMoney() {
        return state != State.FAILED;
    }
}
