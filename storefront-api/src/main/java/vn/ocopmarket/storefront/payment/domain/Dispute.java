package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * A buyer's bank takes money of a card back and somebody may object, as the provider has it now.
 *
 * @param reason the provider's word for it
 * @param evidenceDueBy until when evidence counts; null when none is asked for
 */
public record Dispute(
        String id,
        String intentId,
        Money amount,
        String reason,
        State state,
        @Nullable Instant evidenceDueBy) {

    /** How far it is; it may go from any of them to any other, as banks change their minds. */
    public enum State {
        /** The bank only asks, and has taken nothing; money that goes back ends it. */
        INQUIRY,
        /** Evidence is waited for. */
        NEEDS_RESPONSE,
        /** The bank reads it. */
        UNDER_REVIEW,
        /** The money stays here. */
        WON,
        /** The money is gone. */
        LOST
    }

    /** Whether the money is not here. */
    boolean holdsMoney() {
        return state != State.WON && state != State.INQUIRY;
    }

    /** Whether somebody has something to do, or to wait for. */
    public boolean isOpen() {
        return state != State.WON && state != State.LOST;
    }
}
